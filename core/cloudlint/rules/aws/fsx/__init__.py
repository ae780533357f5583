"""File systems of FSx: Windows, Lustre, ONTAP and OpenZFS."""

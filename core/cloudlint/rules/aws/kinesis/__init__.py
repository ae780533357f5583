"""Streams: Kinesis, Firehose and Kinesis Video."""

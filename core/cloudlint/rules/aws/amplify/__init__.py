"""Amplify."""

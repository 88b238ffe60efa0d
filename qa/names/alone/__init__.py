"""What is recognised where no source decides."""

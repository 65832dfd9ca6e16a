"""What the preview knows of the course being written; the face only shows it."""

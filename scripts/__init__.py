"""What is run by hand now and then to make parts of the repository anew."""

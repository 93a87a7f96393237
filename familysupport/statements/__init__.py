"""What each person will say."""

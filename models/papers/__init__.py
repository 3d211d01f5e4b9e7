"""What each paper says, as values; how it is set on a page or a screen is the store's."""

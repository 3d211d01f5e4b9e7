"""Final Draft's script files (.fdx), as Final Draft and other writing programs save them."""

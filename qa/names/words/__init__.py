"""What is known of a word by itself: ordinary words, given names, articles, the parts of East Asian names."""

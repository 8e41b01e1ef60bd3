"""Programs as text, and the dated blocks made from them."""

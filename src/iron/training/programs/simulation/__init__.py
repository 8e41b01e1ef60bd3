"""Programs trained before anybody does: made-up lifters, reports, forecasts, the shelf."""

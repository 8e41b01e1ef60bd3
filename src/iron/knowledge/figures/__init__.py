"""Line drawings of movements: one body model, two positions for each exercise (`content/poses.toml`)."""

"""Every network in torch, a folder for each method; built for training and export alone."""

"""training/metrics"""

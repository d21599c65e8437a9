"""What makes generators: pictures, methods, the loop, export and measuring."""

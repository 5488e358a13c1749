"""What tests and benchmarks both stand on: servers, a browser, a walk through the pages, a made-up person."""

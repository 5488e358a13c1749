APP = "tests/gallery/app.py"

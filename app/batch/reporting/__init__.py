"""app/batch/reporting"""

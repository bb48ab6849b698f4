"""What is in this draft, and what does that mean under the protocol?"""

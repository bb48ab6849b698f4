"""Where the web application is put together: settings, addresses, start. Decides nothing about schools."""

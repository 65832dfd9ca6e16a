"""Fine Line: courses on the line between too little and too much, played from YAML in a terminal."""

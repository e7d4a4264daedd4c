#include <stddef.h>

/// Runs libyaml over a text and throws the events away. Returns how many there were, 0 where the text is no YAML.
size_t event_scan(const unsigned char *text, size_t length);

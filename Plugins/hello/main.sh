#!/bin/sh
# Hello: the smallest plugin for Waymark in a few lines of shell. It exports any framework as a greeting.
# Waymark writes one request a line on standard input; an answer is one line on standard output.

answer() { # id, result
  printf '{"jsonrpc":"2.0","id":%s,"result":%s}\n' "$1" "$2"
}

refuse() { # id, code, message
  printf '{"jsonrpc":"2.0","id":%s,"error":{"code":%s,"message":"%s"}}\n' "$1" "$2" "$3"
}

out=/tmp
while IFS= read -r line; do
  # Waymark writes the keys of a request in the order of the alphabet, so the first of a name is the request's own.
  id=$(printf '%s' "$line" | sed -n 's/^{"id":\([0-9]*\),.*/\1/p')
  method=$(printf '%s' "$line" | sed -n 's/^{"id":[0-9]*,"jsonrpc":"2.0","method":"\([^"]*\)".*/\1/p')
  case $method in
    "") ;; # a notification, such as $/cancel: nobody waits for an answer
    initialize)
      out=$(printf '%s' "$line" | sed -n 's/.*"out":"\([^"]*\)".*/\1/p')
      answer "$id" '{"protocol":1,"plugin":{"id":"hello","version":"1.0.0"},"hooks":["framework.export"]}'
      ;;
    framework.export)
      name=$(printf '%s' "$line" | sed -n 's/.*"reference":"\([a-z0-9@.-]*\)".*/\1/p')
      if [ -z "$name" ]; then
        refuse "$id" -32602 "The request names no framework."
      else
        printf 'Hello, %s!\n' "$name" >"$out/hello.txt"
        answer "$id" '{"files":[{"name":"hello.txt","mediaType":"text/plain"}]}'
      fi
      ;;
    shutdown) answer "$id" null; exit 0 ;;
    *) refuse "$id" -32601 "There is no such method." ;;
  esac
done

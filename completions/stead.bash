# Completion of stead for bash: stead itself answers what may stand there.

# Reads the line up to the cursor as bash would: sets words, word (the one that is being typed),
# quote (the one that is open) and fixed (how much of the word readline keeps: what stands before a
# sign of COMP_WORDBREAKS or a quote). COMP_WORDS has words in pieces, and in quotes.
__stead_read_line() {
  local line=${COMP_LINE:0:COMP_POINT} inside='' c i
  for ((i = 0; i < ${#line}; i++)); do
    c=${line:i:1}
    if [[ $c == "$quote" ]]; then
      quote=''
    elif [[ $c == \\ && $quote != "'" ]]; then
      ((++i))
      c=${line:i:1} inside=1
      [[ $quote && $c != [\\\"\$\`] ]] && word+=\\
      word+=$c
    elif [[ $quote ]]; then
      word+=$c
    elif [[ $c == [\'\"] ]]; then
      quote=$c inside=1 fixed=${#word}
    elif [[ $c == [[:space:]] ]]; then
      [[ $inside ]] && words+=("$word")
      word='' inside='' fixed=0
    else
      word+=$c inside=1
      if [[ $COMP_WORDBREAKS == *"$c"* ]]; then
        fixed=${#word}
        [[ $c == '@' ]] && ((--fixed))  # readline takes it for the front of the next piece
      fi
    fi
  done
}

# Prints what readline has to insert for a value.
__stead_quote() {
  local value=$1
  case $quote in
    "'") value=${value//\'/"'\\''"} ;;
    '"')
      value=${value//\\/\\\\} value=${value//\"/\\\"}
      value=${value//\$/\\\$} value=${value//\`/\\\`} value=${value//!/'"\!"'} ;;
    *)
      [[ $value ]] && printf -v value %q "$value"
      [[ $value == \$\'* ]] || value=${value//\\,/,} ;;  # a comma needs no backslash
  esac
  # readline closes the quote, unless the value ends in one itself
  [[ $quote && $value == *"$quote" ]] && value+=$quote
  printf %s "$value"
}

# What several texts have in common at the front.
__stead_front() {
  local front=$1 text
  for text; do
    while [[ $text != "$front"* ]]; do front=${front%?}; done
  done
  printf %s "$front"
}

# Will readline put something in the place of what was typed that has it in it, and that ends in no
# half of a quoted sign?
__stead_can_be_longer() {
  local front raw
  raw=$(__stead_front "${values[@]}")
  front=$(__stead_front "${COMPREPLY[@]}")
  front=${front//\\\\/}
  [[ ${raw,,} == *"${typed,,}"* && $front != *\\ ]]
}

_stead() {
  local words=() word='' quote='' fixed=0 typed line values=() about=() i
  __stead_read_line
  typed=${word:fixed}

  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == $'\t'* ]]; then
      compopt -o default 2>/dev/null
    elif [[ $line == "${word:0:fixed}"* ]]; then
      line=${line:fixed}
      values+=("${line%%$'\t'*}") about+=("${line#*$'\t'}")
    fi
  done < <(stead __complete "${words[@]:1}" "$word" 2>/dev/null)

  if [[ $COMP_TYPE == 63 && ${#values[@]} -gt 1 ]]; then  # only to be looked at
    for i in "${!values[@]}"; do COMPREPLY+=("${values[i]}${about[i]:+  (${about[i]})}"); done
    return
  fi
  for i in "${!values[@]}"; do COMPREPLY+=("$(__stead_quote "${values[i]}")"); done
  if [[ ${#values[@]} -eq 1 ]]; then
    [[ ${values[0]} == *[:=] ]] && compopt -o nospace 2>/dev/null
  elif [[ ${#values[@]} -gt 1 && $COMP_TYPE != 37 ]] && ! __stead_can_be_longer; then
    COMPREPLY+=('')
  fi
}

complete -o nosort -F _stead stead

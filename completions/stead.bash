# Completion of stead for bash: stead itself answers what may stand there.

_stead() {
  local word line words=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    # bash makes three words of --format=json
    [[ $word == '=' ]] || words+=("$word")
  done
  [[ ${COMP_WORDS[COMP_CWORD]} == '=' ]] && words+=('')

  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("${line%%$'\t'*}")
  done < <(stead __complete "${words[@]}" 2>/dev/null)
}

complete -o nosort -o bashdefault -o default -F _stead stead

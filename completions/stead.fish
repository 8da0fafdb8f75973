# Completion of stead for fish: stead itself answers what may stand there.

function __stead_complete
    set -l words (commandline -opc)
    set -l token (commandline -ct)
    set -l candidates (stead __complete $words[2..-1] "$token" 2>/dev/null)
    if test (count $candidates) -gt 0
        printf '%s\n' $candidates
    else
        __fish_complete_path "$token"
    end
end

complete -c stead -f -k -a '(__stead_complete)'

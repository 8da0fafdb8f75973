# Completion of stead for fish: stead itself answers what may stand there.

function __stead_complete
    set -l words (commandline -opc)
    set -l word (string unescape -- (commandline -ct))
    # fish passes over what does not have the word in it, so stead is asked for what has.
    for line in (stead __complete_containing $words[2..-1] "$word" 2>/dev/null)
        if not string match -q \t'*' -- $line
            printf '%s\n' $line
            continue
        end
        set -l option (string match -r -- '^--[^=]*=' $word)
        set -l files (__fish_complete_path (string sub -s (math 1 + (string length -- "$option")) -- $word))
        test (count $files) -gt 0
        and printf '%s\n' "$option"$files
    end
end

complete -c stead -f -k -a '(__stead_complete)'

# Speaks with System.Speech for EduSmart. Each line of the input asks:
#   list
#   speak <rate, -10 to 10> <voice> <text>
# and is answered with lines:
#   voice <name> <culture>
#   word <character, from 0> <milliseconds> <the word>
#   wave <a piece of a WAV file>
#   done
#   error <message>
# Names, texts and sound are in Base64, so that no code page touches them.
$ErrorActionPreference = 'Stop'
$utf8 = New-Object System.Text.UTF8Encoding $false

function Say-Line([string]$line) { [Console]::Out.WriteLine($line) }
function To-Base64([string]$text) { [Convert]::ToBase64String($utf8.GetBytes($text)) }
function From-Base64([string]$text) { $utf8.GetString([Convert]::FromBase64String($text)) }

function Show-Voices($synth) {
    foreach ($voice in $synth.GetInstalledVoices()) {
        if ($voice.Enabled) {
            $info = $voice.VoiceInfo
            Say-Line ('voice ' + (To-Base64 $info.Name) + ' ' + $info.Culture.Name)
        }
    }
}

function Speak-Text($synth, [int]$rate, [string]$voice, [string]$text) {
    $stream = New-Object System.IO.MemoryStream
    $synth.SelectVoice($voice)
    $synth.Rate = $rate
    $synth.Volume = 100
    $synth.SetOutputToWaveStream($stream)
    $null = $synth.SpeakAsync($text)
    $over = Wait-Event -SourceIdentifier 'finished' -Timeout 85
    if ($null -eq $over) { throw 'the voice does not end' }
    if ($null -ne $over.SourceEventArgs.Error) { throw $over.SourceEventArgs.Error }
    $synth.SetOutputToNull()
    foreach ($event in @(Get-Event)) {
        if ($event.SourceIdentifier -eq 'progress') {
            $word = $event.SourceEventArgs
            Say-Line ('word ' + $word.CharacterPosition + ' ' + [int64]$word.AudioPosition.TotalMilliseconds + ' ' + (To-Base64 $word.Text))
        }
        Remove-Event -EventIdentifier $event.EventIdentifier
    }
    $wave = $stream.ToArray()
    for ($at = 0; $at -lt $wave.Length; $at += 49152) {
        Say-Line ('wave ' + [Convert]::ToBase64String($wave, $at, [Math]::Min(49152, $wave.Length - $at)))
    }
}

try {
    Add-Type -AssemblyName System.Speech
    $synth = New-Object System.Speech.Synthesis.SpeechSynthesizer
    Register-ObjectEvent -InputObject $synth -EventName SpeakProgress -SourceIdentifier 'progress'
    Register-ObjectEvent -InputObject $synth -EventName SpeakCompleted -SourceIdentifier 'finished'
    foreach ($line in $input) {
        $ask = ([string]$line).Trim().Split(' ')
        if ($ask[0] -eq 'list') { Show-Voices $synth }
        if ($ask[0] -eq 'speak') { Speak-Text $synth ([int]$ask[1]) (From-Base64 $ask[2]) (From-Base64 $ask[3]) }
        Say-Line 'done'
    }
}
catch {
    Say-Line ('error ' + (To-Base64 $_.Exception.Message))
    exit 1
}

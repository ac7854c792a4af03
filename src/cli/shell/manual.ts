import { type Described, withBelow } from './flags.ts';

/** Text as roff takes it: no line begins with a command, and a dash is a dash. */
const plain = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    // Older troffs read bytes: what is not ASCII is named.
    .replaceAll(/[^\x00-\x7f]/gu, (character) => `\\[u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replaceAll(/^([.'])/gm, '\\&$1');

function part(command: Described): string {
  const name = ['readout', ...command.path].join(' ');
  const flags = command.flags
    .filter(({ long }) => long !== '--help')
    .map(
      ({ written, about, choices }) =>
        `.TP\n.B ${plain(written)}\n${plain(about)}${choices.length > 0 ? `: ${plain(choices.join(', '))}` : ''}`,
    );
  return [`.SS ${plain(name)} ${plain(command.usage)}`, plain(command.description), ...flags].join('\n');
}

/** Exit codes that hold for every command. */
const exitCodes = [
  ['0', 'all is done'],
  ['1', 'some of the input could not be read, or what was asked for is not there; each is told on standard error'],
  ['2', 'wrong usage'],
  ['3', "an archive, a service, or one of Readout's own files cannot be reached or is damaged, or the output cannot be written"],
  ['130', 'interrupted'],
] as const;

const variables = [
  ['READOUT_ARCHIVE', 'the archive where --archive names none: a file, or postgres://…'],
  ['READOUT_NATS', 'the NATS server where --nats names none: nats://host:4222'],
  ['READOUT_NATS_CREDS', 'a file of credentials for the NATS server'],
  ['READOUT_TOKEN', 'the token that readout serve asks for where --token gives none'],
  ['NO_COLOR', 'set to anything: no colours'],
  ['FORCE_COLOR', '1: colours into a pipe as well'],
  ['COLUMNS', 'how wide a picture is'],
] as const;

const terms = (all: readonly (readonly [string, string])[]): string =>
  all.map(([term, about]) => `.TP\n.B ${plain(term)}\n${plain(about)}`).join('\n');

/** The manual page, readout(1), in roff. @param version of the program */
export function manualPage(program: Described, version: string): string {
  const [, ...commands] = withBelow(program);
  return `.\\" Made by readout manual from the definitions of its commands.
.TH READOUT 1 "" "readout ${version}" "User Commands"
.SH NAME
readout \\- keeps a checked record of who said what, who did what to whom
.SH SYNOPSIS
.B readout
.I command
[options] [arguments]
.SH DESCRIPTION
${plain(program.description)}
.PP
readout
.I command
\\-\\-help shows an example of each.
.SH COMMANDS
${commands.map(part).join('\n')}
.SH EXIT STATUS
${terms(exitCodes)}
.SH ENVIRONMENT
${terms(variables)}
.SH FILES
.TP
.B readout.db
the archive where neither \\-\\-archive nor READOUT_ARCHIVE names one
`;
}

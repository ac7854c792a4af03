/** The style sheet of the API's page, by its own address: the policy lets no style stand in the page itself. */
export const docsStyle = `:root { color-scheme: light dark; --paper: #faf9f6; --sheet: #fff; --ink: #1b1e22; --quiet: #565c64; --line: #dedad1; --link: #1d4f7c; --get: #0b6350; --change: #7c3b12; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171a; --sheet: #1b1f23; --ink: #e7e4dd; --quiet: #a9afb6; --line: #343a40; --link: #8fc0ee; --get: #62cbb2; --change: #eab28c; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 400 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; scroll-padding-top: 1rem; }
body { margin: 0; }
header, .body { max-width: 84rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 3vw, 2.5rem); }
header { border-bottom: 1px solid var(--line); }
header p { margin: 0.4rem 0 0; color: var(--quiet); }
h1, h2 { margin: 0; font: 600 1.75rem/1.2 Charter, Georgia, "DejaVu Serif", serif; }
h2 { margin: 2.5rem 0 1rem; padding-bottom: 0.3rem; border-bottom: 1px solid var(--line); font-size: 1.35rem; }
main > section:first-child h2 { margin-top: 0; }
h3 { margin: 0; font-size: 1.05rem; overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code, pre { font: 0.88rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
pre { overflow-x: auto; margin: 0.4rem 0 0.8rem; padding: 0.8rem 1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--sheet); }
pre i { color: var(--quiet); font-style: normal; }
main section { margin-bottom: 2rem; }
.summary { margin: 0.3rem 0 0.6rem; }
.method { font: 650 0.8rem/1 system-ui, sans-serif; letter-spacing: 0.03em; color: var(--change); }
.method.get { color: var(--get); }
nav ul { margin: 0; padding: 0; list-style: none; font-size: 0.9rem; color: var(--quiet); }
nav li { padding: 0.35rem 0; }
.body { display: grid; gap: 2rem; }
main { min-width: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.95rem; }
th, td { padding: 0.35rem 1rem 0.35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
thead th { color: var(--quiet); font-size: 0.85rem; }
summary { cursor: pointer; color: var(--link); width: fit-content; }
details { margin-bottom: 0.6rem; }
@media (min-width: 62rem) { .body { grid-template-columns: 19rem minmax(0, 1fr); gap: 3.5rem; } nav { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto; } }
`;

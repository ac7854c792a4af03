/** Words whose forms no rule makes: the word first, then its other forms. Verbs, and then nouns, of the news. */
const rows = `
be am is are was were been being
have has had having
do does did done doing
go goes went gone going
say says said saying
arise arises arose arisen arising
awake awakes awoke awoken awaking
bear bears bore borne born bearing
beat beats beaten beating
become becomes became becoming
begin begins began begun beginning
bend bends bent bending
bet bets betting
bid bids bade bidden bidding
bind binds bound binding
bite bites bit bitten biting
bleed bleeds bled bleeding
blow blows blew blown blowing
break breaks broke broken breaking
breed breeds bred breeding
bring brings brought bringing
broadcast broadcasts broadcasting
build builds built building
burn burns burnt burned burning
buy buys bought buying
cast casts casting
catch catches caught catching
choose chooses chose chosen choosing
cling clings clung clinging
come comes came coming
cost costs costing
creep creeps crept creeping
cut cuts cutting
deal deals dealt dealing
dig digs dug digging
draw draws drew drawn drawing
dream dreams dreamt dreamed dreaming
drink drinks drank drunk drinking
drive drives drove driven driving
eat eats ate eaten eating
fall falls fell fallen falling
feed feeds fed feeding
feel feels felt feeling
fight fights fought fighting
find finds found finding
flee flees fled fleeing
fly flies flew flown flying
forbid forbids forbade forbidden forbidding
forecast forecasts forecasting
foresee foresees foresaw foreseen foreseeing
forget forgets forgot forgotten forgetting
forgive forgives forgave forgiven forgiving
freeze freezes froze frozen freezing
get gets got gotten getting
give gives gave given giving
grow grows grew grown growing
hang hangs hung hanged hanging
hear hears heard hearing
hide hides hid hidden hiding
hit hits hitting
hold holds held holding
hurt hurts hurting
keep keeps kept keeping
know knows knew known knowing
lay lays laid laying
lead leads led leading
learn learns learnt learned learning
leave leaves left leaving
lend lends lent lending
let lets letting
lie lies lay lain lied lying
light lights lit lighted lighting
lose loses lost losing
make makes made making
mean means meant meaning
meet meets met meeting
mistake mistakes mistook mistaken mistaking
overcome overcomes overcame overcoming
oversee oversees oversaw overseen overseeing
overthrow overthrows overthrew overthrown overthrowing
pay pays paid paying
prove proves proved proven proving
put puts putting
quit quits quitting
read reads reading
rebuild rebuilds rebuilt rebuilding
ride rides rode ridden riding
ring rings rang rung ringing
rise rises rose risen rising
run runs ran running
see sees saw seen seeing
seek seeks sought seeking
sell sells sold selling
send sends sent sending
set sets setting
shake shakes shook shaken shaking
shed sheds shedding
shine shines shone shining
shoot shoots shot shooting
show shows showed shown showing
shrink shrinks shrank shrunk shrinking
shut shuts shutting
sing sings sang sung singing
sink sinks sank sunk sinking
sit sits sat sitting
sleep sleeps slept sleeping
slide slides slid sliding
speak speaks spoke spoken speaking
spend spends spent spending
spin spins spun spinning
split splits splitting
spread spreads spreading
stand stands stood standing
steal steals stole stolen stealing
stick sticks stuck sticking
strike strikes struck stricken striking
strive strives strove striven striving
swear swears swore sworn swearing
sweep sweeps swept sweeping
swim swims swam swum swimming
swing swings swung swinging
take takes took taken taking
teach teaches taught teaching
tear tears tore torn tearing
tell tells told telling
think thinks thought thinking
throw throws threw thrown throwing
undergo undergoes underwent undergone undergoing
understand understands understood understanding
undertake undertakes undertook undertaken undertaking
undo undoes undid undone undoing
uphold upholds upheld upholding
wake wakes woke woken waking
wear wears wore worn wearing
weep weeps wept weeping
win wins won winning
wind winds wound winding
withdraw withdraws withdrew withdrawn withdrawing
withhold withholds withheld withholding
withstand withstands withstood withstanding
write writes wrote written writing
analysis analyses
basis bases
child children
crisis crises
criterion criteria
foot feet
half halves
hypothesis hypotheses
knife knives
leaf leaves
life lives
man men
medium media
mouse mice
oasis oases
ox oxen
parenthesis parentheses
person people persons
phenomenon phenomena
policeman policemen
policewoman policewomen
shelf shelves
spokesman spokesmen
spokeswoman spokeswomen
congressman congressmen
congresswoman congresswomen
chairman chairmen
fisherman fishermen
gunman gunmen
businessman businessmen
tooth teeth
thief thieves
wife wives
wolf wolves
woman women
`
  .trim()
  .split('\n')
  .map((row) => row.split(' '));

const byForm = new Map<string, string[][]>();
for (const row of rows)
  for (const form of row) {
    const there = byForm.get(form);
    if (there === undefined) byForm.set(form, [row]);
    else there.push(row);
  }

/** The rows that have a form: `left` is one of leave, `leaves` one of leave and one of leaf. */
export const irregular = (form: string): readonly (readonly string[])[] => byForm.get(form) ?? [];

/** Whether a word has forms of its own, so that no rule makes any. */
export const isIrregular = (word: string): boolean => irregular(word).some(([lemma]) => lemma === word);

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).filter((word) => word !== ''));

/** Written before a name or a number: their stop never ends a sentence (`Gen. Milley`, `vs. Spain`, `pp. 3–5`). */
export const BEFORE_NAMES = set(`
  mr mrs ms mx messrs mmes dr drs prof profs rev revs fr hon gen lt col sgt capt cmdr cdr adm maj cpl pvt brig cmsgt msgt ssgt spc pfc
  sen sens rep reps gov govs pres supt det insp atty amb asst dep ald treas mgr msgr sgts gens cols
  st ste mt ft vs viz cf e.g i.e fig figs eq vol pp ch approx al`);

/** May end a sentence and mostly do not (`Acme Inc. said`, `on Sept. 12`, `in Portland, Ore. He`): the next word decides. */
export const WITHIN = set(`
  inc co cos corp ltd llc llp plc bros jr sr esq dept univ assn assoc inst govt natl intl ave blvd rd hwy pkwy sq
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
  ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que
  min max ext hr hrs mins secs oz lb lbs kg cm mm km mi yr yrs ed eds est dist no nos art p`);

/** A number follows, or the stop ends a sentence: `No. 10`, `the answer is no. He`. */
export const BEFORE_NUMBERS = set('no nos art p pp vol ch fig sec');

/** Stand at the end of what they abbreviate: a capital after them starts a sentence, unless it is a zone or a day (`5 p.m. Monday`). */
export const AT_END = set('etc a.m p.m am pm');

export const AFTER_HOURS = set(`
  et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest ist eastern central mountain pacific local
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun today tonight
  january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec`);

/** Words whose capital tells that a sentence begins: they are no part of a name. */
export const STARTERS = set(`
  the a an this that these those there here he she it they we you i his her its their our my your one some many most all both each every another
  such what when where who why how which while if as at after although because before by during for from in into of on once over since
  through to under until with without and but or so yet nor not no then thus now also however meanwhile moreover nevertheless still today
  yesterday is are was were do does did has have had can could will would should may might please yes well let just even only
  two three four five six seven eight nine ten several few more other others according despite among besides despite like unlike perhaps
  maybe instead indeed later earlier last next first finally additionally furthermore therefore afterwards whether that's it's he's she's
  they're we're i'm i've i'll there's what's don't didn't isn't officials police critics analysts experts people`);

/** After a question in quotation marks they say that the sentence goes on: `“Why?” Smith asked.` */
export const SPEECH = set(
  'said says asked asks added adds wrote writes replied replies told tells shouted cried exclaimed wondered demanded continued explained',
);

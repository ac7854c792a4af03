import { describe, expect, it } from 'vitest';
import { guessLanguage } from './language.ts';

const english = 'The president said on Monday that he would not attend the talks, and that his deputy will travel in his place.';
const spanish = 'El presidente dijo el lunes que no asistirá a las conversaciones y que su ministro viajará en su lugar para la firma.';
const german = 'Der Präsident sagte am Montag, dass er nicht an den Gesprächen teilnehmen werde und dass sein Minister für ihn reist.';
const russian = 'Президент заявил в понедельник, что не приедет на переговоры.';
const zulu =
  'Uhlalele ovalweni umndeni wesaguga saseMbali Unit 14, okuthiwa sibhokodwe ngommese emzini waso eMbali Unit 14, eMgungundlovu yilungu lomndeni ngoLwesine olwedlule. Ngokuthola kwe- Echo Eyethu, uRejoice Ndlovu (64) utholwe edindilizile edamini legazi egumbini lakhe lokulala. Umsolwa oneminyaka engu – 18 ube esekhalelwa ngamasongo kaSigonyela ngalo usuku lwesigameko. Uthe emuva kwesigameko umsolwa wahamba.';

describe('guessLanguage', () => {
  it('calls English English and skips nothing', () => {
    expect(guessLanguage(`${english}\n\n${english}`)).toEqual({ language: 'en', skipped: [] });
    expect(guessLanguage('Kim Jong-un, Vladimir Putin, Xi Jinping')).toEqual({ language: 'en', skipped: [] });
    expect(guessLanguage('')).toEqual({ language: 'en', skipped: [] });
  });
  it.each([
    ['es', spanish],
    ['de', german],
    ['ru', russian],
    ['und', zulu],
    ['zh', '朝鲜领导人金正恩与俄罗斯总统会面'],
  ])('skips a whole text in %s', (language, text) => {
    expect(guessLanguage(text)).toEqual({ language, skipped: [{ start: 0, end: text.length, reason: 'not English' }] });
  });
  it('skips a foreign paragraph of an English text, and only it', () => {
    const text = `${english}\n\n${spanish}\n\n${english}\n${russian}`;
    const { language, skipped } = guessLanguage(text);
    expect(language).toBe('en');
    expect(skipped.map((s) => text.slice(s.start, s.end))).toEqual([spanish, russian]);
  });
  it('leaves foreign names and a foreign word in English alone', () => {
    expect(
      guessLanguage(
        `${english} «Слава Україні», he wrote.\nLa Repubblica, Il Sole 24 Ore\nThe minister of the Länder, Müller, went to the "Bundesverfassungsgericht" in Karlsruhe.`,
      ).skipped,
    ).toEqual([]);
  });
  it('is linear in long lines', () => {
    const start = performance.now();
    for (const unit of ['"', ' ', 'a ', '7', 'ж', '\n']) guessLanguage(unit.repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

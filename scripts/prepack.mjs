// Before `npm pack` and `npm publish`: what is packed is built from these sources, also in a fresh clone.
import { build, buildPage, install } from './setup.mjs';

install();
build();
buildPage();

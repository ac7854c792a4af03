import { render } from 'preact';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './style/index.css';
import { App } from './app.tsx';

const page = document.getElementById('page');
if (page !== null) render(<App />, page);

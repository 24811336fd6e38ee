import { render } from 'preact';
import { App } from './app.tsx';
import { listenAs } from './events.ts';

listenAs('');
render(<App />, document.body);

import { render } from 'preact';
import { App } from './app.tsx';
import { listen } from './events.ts';
import { followAddress } from './frame/location.ts';
import { showTitle } from './frame/title.ts';
import { followReading } from './frame/reading.ts';

followAddress();
followReading();
showTitle();
listen();
render(<App />, document.body);

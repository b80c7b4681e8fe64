import { expect, it } from 'vitest';
import { deviceName } from './device-name.ts';

it('names the device a person would recognise', () => {
  expect(deviceName('Mozilla/5.0 (Linux; Android 10; SM-A105G) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36')).toEqual({ browser: 'Chrome', system: 'Android' });
  expect(deviceName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0')).toEqual({ browser: 'Edge', system: 'Windows' });
  expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile Safari/604.1')).toEqual({ browser: 'Safari', system: 'iPhone/iPad' });
  expect(deviceName('curl/8.0')).toBeNull();
});

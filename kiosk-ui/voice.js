// Sound for the door screen. Browsers that have not been touched yet may stay silent; a kiosk is started with
// --autoplay-policy=no-user-gesture-required.

const TONES = { welcome: [660, 880], denied: [330, 262], alarm: [520, 520], challenge: [520] };
const TONE_SECONDS = 0.16;
let audio;

export function chime(state) {
  const tones = TONES[state];
  if (!tones || !window.AudioContext) return;
  audio ??= new AudioContext();
  tones.forEach((hertz, i) => {
    const start = audio.currentTime + i * TONE_SECONDS;
    const tone = new OscillatorNode(audio, { frequency: hertz, type: "sine" });
    const volume = new GainNode(audio, { gain: 0.2 });
    volume.gain.setTargetAtTime(0, start + TONE_SECONDS * 0.6, 0.03);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + TONE_SECONDS * 1.5);
  });
}

export function speak(words, language) {
  if (!window.speechSynthesis || !words) return;
  speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.lang = language;
  speechSynthesis.speak(utterance);
}

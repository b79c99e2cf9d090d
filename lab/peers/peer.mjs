// @vladmandic/human and face-api on TensorFlow.js' WebAssembly engine with SIMD, one thread; the protocol is that of worker.h.
// usage: peer.mjs human|face-api-tiny|face-api-ssd FRAMES
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';

const WIDTH = 640, HEIGHT = 480, FRAME_BYTES = WIDTH * HEIGHT * 3;
const [mode, file] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const modules = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), 'node_modules');
const wasmPath = path.join(modules, '@tensorflow/tfjs-backend-wasm/dist/');

// Both libraries fetch their models; here these lie on the disk, and nothing is fetched from anywhere else.
globalThis.fetch = async (url) => {
  const name = String(url?.url ?? url);
  if (!name.startsWith('file://')) throw new Error(`${name} is not fetched: models come from the installed packages`);
  const type = name.endsWith('.json') ? 'application/json' : 'application/octet-stream';
  return new Response(fs.readFileSync(name.slice('file://'.length)), { headers: { 'content-type': type } });
};

/** Its cache, which skips most of the work while little changes, is off: the others do all of the work for each frame. */
async function human() {
  const tf = require('@tensorflow/tfjs');
  require('@tensorflow/tfjs-backend-wasm');
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  const { Human } = require(path.join(modules, '@vladmandic/human/dist/human.node-wasm.js'));
  const off = { enabled: false };
  const library = new Human({
    backend: 'wasm', wasmPath, modelBasePath: `file://${path.join(modules, '@vladmandic/human/models/')}`,
    debug: false, async: false, cacheSensitivity: 0, cacheModels: false, filter: off,
    face: { enabled: true, detector: { maxDetected: 1, rotation: false }, mesh: { enabled: true }, description: { enabled: true },
      iris: off, emotion: off, antispoof: off, liveness: off },
    body: off, hand: off, object: off, gesture: off, segmentation: off,
  });
  library.env.Canvas = undefined;
  await library.load();
  const find = async (rgb) => {
    const picture = library.tf.tensor3d(rgb, [HEIGHT, WIDTH, 3], 'int32');
    const result = await library.detect(picture);
    library.tf.dispose(picture);
    if (result.error) throw new Error(result.error);
    return result.face.filter((face) => face.embedding).length;
  };
  return { version: `human ${library.version}, Node ${process.versions.node}`, find };
}

async function faceApi(ssd) {
  const tf = require('@tensorflow/tfjs');
  const wasm = require('@tensorflow/tfjs-backend-wasm');
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  wasm.setWasmPaths(wasmPath);
  await tf.setBackend('wasm');
  await tf.ready();
  const library = require(path.join(modules, '@vladmandic/face-api/dist/face-api.node-wasm.js'));
  const models = path.join(modules, '@vladmandic/face-api/model');
  const { ssdMobilenetv1, tinyFaceDetector, faceLandmark68Net, faceRecognitionNet } = library.nets;
  for (const net of [ssd ? ssdMobilenetv1 : tinyFaceDetector, faceLandmark68Net, faceRecognitionNet]) await net.loadFromDisk(models);
  const options = ssd
    ? new library.SsdMobilenetv1Options({ minConfidence: 0.5, maxResults: 5 })
    : new library.TinyFaceDetectorOptions({ inputSize: 416, scoreThreshold: 0.5 });
  const find = async (rgb) => {
    const picture = library.tf.tensor3d(rgb, [HEIGHT, WIDTH, 3], 'int32');
    const faces = await library.detectAllFaces(picture, options).withFaceLandmarks().withFaceDescriptors();
    picture.dispose();
    return faces.length;
  };
  const { version } = library;
  return { version: `face-api ${version.faceapi ?? version}, tfjs ${tf.version.tfjs}, Node ${process.versions.node}`, find };
}

function frames() {
  const bgr = fs.readFileSync(file);
  return Array.from({ length: bgr.length / FRAME_BYTES }, (_, i) => {
    const from = bgr.subarray(i * FRAME_BYTES, (i + 1) * FRAME_BYTES), rgb = new Uint8Array(FRAME_BYTES);
    for (let k = 0; k < FRAME_BYTES; k += 3) [rgb[k], rgb[k + 1], rgb[k + 2]] = [from[k + 2], from[k + 1], from[k]];
    return rgb;
  });
}

const pictures = frames();
const { version, find } = mode === 'human' ? await human() : await faceApi(mode === 'face-api-ssd');
console.log(`ready ${version}`);
for await (const line of readline.createInterface({ input: process.stdin })) {
  const answers = [];
  for (const index of line.split(' ').slice(1)) {
    const begun = performance.now();
    const faces = await find(pictures[index]);
    answers.push(`${((performance.now() - begun) * 1000).toFixed(1)}:${faces}`);
  }
  console.log(['done', ...answers].join(' '));
}
process.exit(0);

// Written from packages/core/viewer by test/timeline/page/viewer.test.ts.

/** The style of the page. */
export const VIEWER_STYLE = `:root {
  color-scheme: light dark;
  --page: #f6f7f9;
  --surface: #ffffff;
  --stripe: #f9fafb;
  --line: #e1e5ea;
  --text: #1b2430;
  --soft: #5c6875;
  --arrow: #8b97a5;
  --hot: #1b2430;
  --critical: #d6263d;
  --upload: #2369c4;
  --download: #b45f06;
  --copy: #1c8052;
  --fill: #7347c2;
  --map: #b03479;
  --order: #5f6b78;
}

@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161c;
    --surface: #1a2029;
    --stripe: #1e2530;
    --line: #2d3642;
    --text: #e6ebf1;
    --soft: #9aa7b5;
    --arrow: #758396;
    --hot: #ffffff;
    --critical: #ff6478;
    --upload: #3274cd;
    --download: #b8660f;
    --copy: #25875a;
    --fill: #7d55c7;
    --map: #b8417f;
    --order: #66727f;
  }
}

* {
  box-sizing: border-box;
}

body {
  margin: 0;
  padding: 24px;
  background: var(--page);
  color: var(--text);
  font:
    14px/1.45 system-ui,
    sans-serif;
}

h1 {
  margin: 0 0 16px;
  font-size: 20px;
}

header dl {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
  gap: 12px;
  margin: 0 0 20px;
}

header dl > div,
main {
  background: var(--surface);
  border: 1px solid var(--line);
  border-radius: 8px;
}

header dl > div {
  padding: 12px 16px;
}

header dt,
.remark {
  color: var(--soft);
  font-size: 12px;
}

header dd {
  margin: 0;
}

header dt + dd {
  font-size: 20px;
  font-weight: 600;
}

.toolbar {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px 20px;
  padding: 10px 16px;
  border-bottom: 1px solid var(--line);
}

.toolbar p,
.toolbar ul {
  margin: 0;
  font-size: 12px;
  color: var(--soft);
}

.legend {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 14px;
  padding: 0;
  list-style: none;
}

.legend li {
  display: flex;
  align-items: center;
  gap: 6px;
}

.keys {
  flex: 1;
  min-width: 220px;
  text-align: right;
}

.buttons {
  display: flex;
  gap: 4px;
}

button {
  min-width: 30px;
  height: 28px;
  padding: 0 8px;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--surface);
  color: var(--text);
  font: inherit;
  cursor: pointer;
}

button:hover {
  background: var(--page);
}

button:focus-visible,
.chart:focus-visible {
  outline: 2px solid var(--upload);
  outline-offset: 1px;
}

.swatch {
  display: inline-block;
  width: 12px;
  height: 12px;
  border-radius: 3px;
  background: var(--order);
}

.swatch.upload {
  background: var(--upload);
}

.swatch.download {
  background: var(--download);
}

.swatch.copy {
  background: var(--copy);
}

.swatch.fill {
  background: var(--fill);
}

.swatch.map {
  background: var(--map);
}

.swatch.critical {
  background: none;
  border: 2px solid var(--critical);
}

.swatch.failed {
  background: repeating-linear-gradient(-45deg, var(--critical) 0 2px, transparent 2px 5px);
}

.swatch.host {
  background: none;
  border: 1.5px dashed var(--soft);
}

.line {
  width: 18px;
  border-top: 2px solid var(--arrow);
}

.line.hazard {
  border-top-style: dashed;
}

.chart {
  display: flex;
}

.labels {
  flex: none;
  width: 190px;
  border-right: 1px solid var(--line);
}

.lane-label {
  display: flex;
  flex-direction: column;
  justify-content: center;
  padding: 0 16px;
  border-top: 1px solid var(--line);
  overflow: hidden;
}

.lane-label > * {
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}

.lane-label span {
  color: var(--soft);
  font-size: 12px;
}

.plot {
  flex: 1;
  min-width: 0;
  cursor: grab;
  touch-action: pan-y;
  user-select: none;
}

.plot:active {
  cursor: grabbing;
}

svg {
  display: block;
}

.lane {
  fill: none;
}

.lane:nth-of-type(even) {
  fill: var(--stripe);
}

.lane,
.grid {
  stroke: var(--line);
  shape-rendering: crispEdges;
}

.time {
  fill: var(--soft);
  font-size: 11px;
}

.bar {
  fill: var(--order);
  stroke: transparent;
}

.bar.upload {
  fill: var(--upload);
}

.bar.download {
  fill: var(--download);
}

.bar.copy {
  fill: var(--copy);
}

.bar.fill {
  fill: var(--fill);
}

.bar.map {
  fill: var(--map);
}

.bar.many {
  fill-opacity: 0.8;
}

.bar.host,
.bar.open {
  fill-opacity: 0.75;
  stroke: var(--text);
  stroke-dasharray: 3 3;
}

.bar.critical {
  stroke: var(--critical);
  stroke-width: 2;
  stroke-dasharray: none;
}

.bar.failed {
  fill: url(#failed);
  stroke: var(--critical);
}

.bar:hover {
  filter: brightness(1.15);
}

.label {
  fill: #ffffff;
  font-size: 12px;
  dominant-baseline: central;
  pointer-events: none;
}

.bar.failed + .label {
  fill: var(--text);
  font-weight: 600;
  stroke: var(--surface);
  stroke-width: 3px;
  paint-order: stroke;
}

.arrow {
  fill: none;
  stroke: var(--arrow);
  stroke-width: 1.25;
  pointer-events: none;
}

.arrow.hazard {
  stroke-dasharray: 4 3;
}

.arrow.critical {
  stroke: var(--critical);
  stroke-width: 2;
}

.arrow.hot {
  stroke: var(--hot);
  stroke-width: 2;
}

.delay {
  stroke: var(--hot);
  stroke-width: 2;
  stroke-linecap: round;
  pointer-events: none;
}

.stripe {
  fill: var(--critical);
}

.ground {
  fill: var(--surface);
}

.tip {
  position: fixed;
  z-index: 1;
  max-width: 420px;
  padding: 10px 14px;
  background: var(--surface);
  border: 1px solid var(--line);
  border-radius: 8px;
  box-shadow: 0 6px 24px rgb(0 0 0 / 25%);
  font-size: 12px;
  pointer-events: none;
}

.tip[hidden] {
  display: none;
}

.tip h2 {
  display: flex;
  align-items: center;
  gap: 8px;
  margin: 0;
  font-size: 14px;
}

.tip p {
  margin: 0 0 6px;
  color: var(--soft);
}

.tip p.critical {
  margin: 6px 0 0;
  color: var(--critical);
  font-weight: 600;
}

.tip dl {
  display: grid;
  grid-template-columns: auto 1fr;
  gap: 2px 12px;
  margin: 0;
}

.tip dt {
  color: var(--soft);
}

.tip dd {
  margin: 0;
  white-space: pre-line;
}
`

/** The script of the page. */
export const VIEWER_SCRIPT = `(function() {
	var ROW_HEIGHT = 28;
	/** Three lines of text. */
	var LEAST_LANE_HEIGHT = 68;
	var layOut = (lanes) => {
		const heights = lanes.map(({ rows }) => Math.max(LEAST_LANE_HEIGHT, rows * ROW_HEIGHT + 24));
		const tops = [];
		let top = 30;
		for (const height of heights) {
			tops.push(top);
			top += height;
		}
		const firsts = lanes.map(({ rows }, lane) => {
			const free = (heights[lane] ?? 0) - rows * ROW_HEIGHT;
			return (tops[lane] ?? 0) + (free + ROW_HEIGHT - 22) / 2;
		});
		return {
			tops,
			heights,
			height: top,
			yOf: ({ lane, row }) => (firsts[lane] ?? 0) + row * ROW_HEIGHT
		};
	};
	// packages/core/viewer/svg.ts
	var SVG = "http://www.w3.org/2000/svg";
	/** A new SVG element. */
	var svg = (name, attributes = {}, ...children) => {
		const element = document.createElementNS(SVG, name);
		for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
		element.append(...children);
		return element;
	};
	/** A new HTML element; texts stay texts. */
	var html = (name, className, ...children) => {
		const element = document.createElement(name);
		element.className = className;
		element.append(...children);
		return element;
	};
	// packages/core/viewer/view.ts
	/** No closer than this: stamps have whole nanoseconds. */
	var SHORTEST = .01;
	var xOf = ({ from, to, width }, time) => (time - from) / (to - from) * width;
	var timeAt = ({ from, to, width }, x) => from + x / width * (to - from);
	/** All of it, with a little room on both sides. */
	var wholeView = (total, width) => {
		const room = Math.max(total, SHORTEST) * .02;
		return {
			from: -room,
			to: Math.max(total, SHORTEST) + room,
			width
		};
	};
	/** The same length within the whole. */
	var within = (view, total) => {
		const all = wholeView(total, view.width);
		const length = Math.min(view.to - view.from, all.to - all.from);
		const from = Math.min(Math.max(view.from, all.from), all.to - length);
		return {
			from,
			to: from + length,
			width: view.width
		};
	};
	/** \`factor\` times as much time, with the moment at \`x\` staying where it is. */
	var zoomed = (view, total, factor, x) => {
		const length = Math.max(SHORTEST, (view.to - view.from) * factor);
		const from = timeAt(view, x) - x / view.width * length;
		return within({
			from,
			to: from + length,
			width: view.width
		}, total);
	};
	/** Moved by pixels; later times come in for positive ones. */
	var moved = (view, total, pixels) => {
		const time = pixels / view.width * (view.to - view.from);
		return within({
			from: view.from + time,
			to: view.to + time,
			width: view.width
		}, total);
	};
	// packages/core/viewer/draw-arrows.ts
	/** More than this and nobody can follow one. */
	var MOST_ARROWS = 400;
	var OUTSIDE$1 = 60;
	var LEAST_BEND = 14;
	/** Neighbours this close need no arrow. */
	var NEAR = 10;
	var clamped = ({ width }, x) => Math.min(Math.max(x, -60), width + OUTSIDE$1);
	/** From the end of the earlier bar to the start of the later. */
	var curve = (view, { yOf }, from, to) => {
		const x1 = clamped(view, xOf(view, from.end));
		const x2 = clamped(view, xOf(view, to.start));
		const y1 = yOf(from) + 11;
		const y2 = yOf(to) + 11;
		if (y1 === y2) return \`M\${x1},\${y1}L\${x2},\${y2}\`;
		const bend = Math.max(LEAST_BEND, Math.abs(x2 - x1) / 2);
		return \`M\${x1},\${y1}C\${x1 + bend},\${y1} \${x2 - bend},\${y2} \${x2},\${y2}\`;
	};
	var areNeighbours = (view, { yOf }, from, to) => yOf(from) === yOf(to) && xOf(view, to.start) - xOf(view, from.end) < NEAR;
	var arrow = (view, layout, classes, from, to) => {
		const path = svg("path", {
			class: \`arrow \${classes}\`,
			d: curve(view, layout, from, to),
			"marker-end": "url(#head)"
		});
		path.dataset["from"] = String(from.id);
		path.dataset["to"] = String(to.id);
		return path;
	};
	/**
	* An arrow for each wait of the given commands that the program or a hazard asked for; those of in-order queues go without
	* saying. The steps of the critical path are there in any case, on top.
	*/
	var drawArrows = (timeline, view, layout, commands) => {
		const plain = [];
		const critical = [];
		for (const to of commands) for (const { id, why } of to.waits) {
			const from = timeline.byId.get(id);
			const isCritical = timeline.critical.get(to.id) === id;
			if (from === void 0 || areNeighbours(view, layout, from, to)) continue;
			const classes = why === "hazard" ? "hazard" : "wait";
			if (isCritical) critical.push(arrow(view, layout, \`\${classes} critical\`, from, to));
			else if (why !== "queue" && plain.length < MOST_ARROWS) plain.push(arrow(view, layout, classes, from, to));
		}
		return svg("g", { class: "arrows" }, ...plain, ...critical);
	};
	/** What one command waits for and what waits for it, and a line from when it was enqueued to when it ran. */
	var drawRelations = (timeline, view, layout, command) => {
		const { byId, waiters } = timeline;
		const arrows = [...command.waits.map(({ id }) => [byId.get(id), command]), ...(waiters.get(command.id) ?? []).map((id) => [command, byId.get(id)])].slice(0, MOST_ARROWS).flatMap(([from, to]) => from === void 0 || to === void 0 ? [] : [arrow(view, layout, "hot", from, to)]);
		const [from, to] = [command.enqueued, command.start].map((time) => clamped(view, xOf(view, time)));
		const y = layout.yOf(command) + 22 + 2;
		return svg("g", { class: "relations" }, svg("line", {
			class: "delay",
			x1: from ?? 0,
			x2: to ?? 0,
			y1: y,
			y2: y
		}), ...arrows);
	};
	// packages/core/viewer/draw-axis.ts
	var PIXELS_PER_STEP = 110;
	/** 1, 2 or 5 times a power of ten, so that labels have room. */
	var stepFor = ({ from, to, width }) => {
		const least = (to - from) * PIXELS_PER_STEP / width;
		const power = 10 ** Math.floor(Math.log10(least));
		return power * ([
			1,
			2,
			5
		].find((digit) => digit * power >= least) ?? 10);
	};
	var UNITS$1 = [
		[1e6, "s"],
		[1e3, "ms"],
		[1, "µs"]
	];
	/** With as many digits as neighbours need to differ. */
	var labelOf$2 = (time, step) => {
		const [size, unit] = UNITS$1.find(([least]) => time >= least) ?? [.001, "ns"];
		const digits = Math.max(0, Math.ceil(-Math.log10(step / size) - 1e-9));
		return \`\${(time / size).toFixed(digits)} \${unit}\`;
	};
	/** Lanes, lines for round times, and the times. */
	var drawAxis = (view, { tops, heights, height }) => {
		const axis = svg("g", { class: "axis" });
		for (const [lane, top] of tops.entries()) axis.append(svg("rect", {
			class: "lane",
			x: 0,
			y: top,
			width: view.width,
			height: heights[lane] ?? 0
		}));
		const step = stepFor(view);
		for (let count = Math.ceil(Math.max(0, view.from) / step); count * step <= view.to; count += 1) {
			const x = xOf(view, count * step);
			axis.append(svg("line", {
				class: "grid",
				x1: x,
				x2: x,
				y1: 24,
				y2: height
			}));
			const label = count === 0 ? "0" : labelOf$2(count * step, step);
			if (x < view.width - 24) axis.append(svg("text", {
				class: "time",
				x: x + 4,
				y: 18
			}, label));
		}
		return axis;
	};
	// packages/core/src/timeline/page/kinds.ts
	/** What commands do, as far as colours go. */
	var KINDS = {
		upload: "host to device",
		download: "device to host",
		copy: "copy",
		fill: "fill",
		map: "map and unmap",
		order: "order, migrate, free"
	};
	var kindOf = (command) => {
		switch (command) {
			case "WriteBuffer":
			case "WriteBufferRect":
			case "WriteImage": return "upload";
			case "ReadBuffer":
			case "ReadBufferRect":
			case "ReadImage": return "download";
			case "CopyBuffer":
			case "CopyBufferRect":
			case "CopyImage":
			case "CopyImageToBuffer":
			case "CopyBufferToImage":
			case "SvmMemcpy": return "copy";
			case "FillBuffer":
			case "FillImage":
			case "SvmMemFill": return "fill";
			case "MapBuffer":
			case "MapImage":
			case "UnmapMemObject":
			case "SvmMap":
			case "SvmUnmap": return "map";
			case "MigrateMemObjects":
			case "SvmMigrateMem":
			case "SvmFree":
			case "Marker":
			case "Barrier": return "order";
		}
	};
	// packages/core/src/timeline/page/words.ts
	var threeDigits = (value) => value >= 100 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(3)));
	var UNITS = [
		[1e6, "s"],
		[1e3, "ms"],
		[1, "µs"]
	];
	/** Microseconds for people, with three digits. */
	var timeInWords = (microseconds) => {
		for (const [size, unit] of UNITS) if (microseconds >= size) return \`\${threeDigits(microseconds / size)} \${unit}\`;
		return \`\${Math.round(microseconds * 1e3)} ns\`;
	};
	/** A moment for people, exact to a nanosecond below a millisecond and to a microsecond above. */
	var momentInWords = (microseconds) => microseconds >= 1e3 ? \`\${(microseconds / 1e3).toFixed(3)} ms\` : \`\${microseconds.toFixed(3)} µs\`;
	var BYTE_UNITS = [
		[2 ** 30, "GiB"],
		[2 ** 20, "MiB"],
		[1024, "KiB"]
	];
	/** A number of bytes for people. */
	var bytesInWords = (bytes) => {
		for (const [size, unit] of BYTE_UNITS) if (bytes >= size) return \`\${threeDigits(bytes / size)} \${unit}\`;
		return \`\${bytes} B\`;
	};
	/** A part of a whole; of nothing 0%. */
	var shareInWords = (part, whole) => \`\${whole > 0 ? Math.round(part / whole * 100) : 0}%\`;
	/** Bytes in a time: a byte in a nanosecond is a gigabyte in a second. Undefined where nothing is moved or no time passes. */
	var rateInWords = (bytes, microseconds) => bytes > 0 && microseconds > 0 ? \`\${threeDigits(bytes / microseconds / 1e3)} GB/s\` : void 0;
	/** 1 command, 2 commands. */
	var countInWords = (count, noun) => \`\${count.toLocaleString("en-US")} \${noun}\${count === 1 ? "" : "s"}\`;
	// packages/core/viewer/visible.ts
	/** Shorter bars join those next to them. */
	var SHORT = 2;
	var LEAST_WIDTH = 2;
	/** The first command of a row that ends after a time. */
	var firstAfter = (row, time) => {
		let low = 0;
		let high = row.length;
		while (low < high) {
			const middle = low + high >>> 1;
			if ((row[middle]?.end ?? 0) < time) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	/** The bars of a row in a view: at most about one for two pixels, however many commands there are. */
	var visibleBars = (row, view) => {
		const bars = [];
		let group;
		const close = () => {
			if (group !== void 0) bars.push({
				commands: group.commands,
				x: group.x,
				width: Math.max(LEAST_WIDTH, group.end - group.x)
			});
			group = void 0;
		};
		for (let index = firstAfter(row, view.from); index < row.length; index += 1) {
			const command = row[index];
			if (command === void 0 || command.start > view.to) break;
			const x = xOf(view, command.start);
			const end = xOf(view, command.end);
			if (end - x >= SHORT) {
				close();
				bars.push({
					commands: [command],
					x,
					width: end - x
				});
			} else if (group !== void 0 && x - group.end < SHORT) {
				group.commands.push(command);
				group.end = Math.max(group.end, end);
			} else {
				close();
				group = {
					commands: [command],
					x,
					end
				};
			}
		}
		close();
		return bars;
	};
	// packages/core/viewer/draw-bars.ts
	/** Pixels of a letter, a little more than it needs. */
	var LETTER = 6.8;
	var LABEL_ROOM = 16;
	var FEWEST_LETTERS = 4;
	/** Bars begin and end a little outside of the view at most: browsers draw no good lines to far-away places. */
	var OUTSIDE = 40;
	/** What the commands of a bar do for the longest time in sum. */
	var mainKind = (commands) => {
		const times = /* @__PURE__ */ new Map();
		for (const { command, start, end } of commands) {
			const kind = kindOf(command);
			times.set(kind, (times.get(kind) ?? 0) + end - start);
		}
		return [...times].reduce((most, next) => next[1] > most[1] ? next : most)[0];
	};
	var classesOf = (commands, { critical }) => {
		const [{ by }] = commands;
		const classes = ["bar", mainKind(commands)];
		if (commands.length > 1) classes.push("many");
		else if (by !== "device") classes.push(by);
		if (commands.some(({ id }) => critical.has(id))) classes.push("critical");
		if (commands.some(({ status }) => status < 0)) classes.push("failed");
		return classes.join(" ");
	};
	var labelOf$1 = ({ commands }, width) => {
		const letters = Math.floor((width - LABEL_ROOM) / LETTER);
		const [{ command }] = commands;
		const label = commands.length === 1 ? command : countInWords(commands.length, "command");
		if (letters >= label.length) return label;
		return letters >= FEWEST_LETTERS && commands.length === 1 ? \`\${label.slice(0, letters - 1)}…\` : void 0;
	};
	/** Draws the bars of a view. Answers them, and the commands that have one of their own. */
	var drawBars = (timeline, view, { yOf }) => {
		const bars = svg("g", { class: "bars" });
		const single = [];
		const drawn = timeline.rows.flat().flatMap((row) => visibleBars(row, view));
		for (const bar of drawn) {
			const [first] = bar.commands;
			const x = Math.max(bar.x, -40);
			const width = Math.min(bar.x + bar.width, view.width + OUTSIDE) - x;
			const y = yOf(first);
			const rect = svg("rect", {
				class: classesOf(bar.commands, timeline),
				x,
				y,
				width,
				height: 22,
				rx: 3
			});
			rect.dataset["id"] = String(first.id);
			rect.dataset["count"] = String(bar.commands.length);
			bars.append(rect);
			if (bar.commands.length === 1) single.push(first);
			const label = labelOf$1(bar, Math.min(x + width, view.width) - Math.max(x, 0));
			if (label !== void 0) bars.append(svg("text", {
				class: "label",
				x: Math.max(x, 0) + 7,
				y: y + 11
			}, label));
		}
		return {
			bars,
			drawn,
			single
		};
	};
	// packages/core/viewer/labels.ts
	var labelOf = (lane, total, height) => {
		const order = lane.outOfOrder ? "out of order" : "in order";
		const label = html("div", "lane-label", html("strong", "", lane.name), html("span", "", lane.device), html("span", "", \`\${order}, \${shareInWords(lane.busy, total)} busy\`));
		label.title = \`\${lane.name}, \${lane.device}\${lane.profiling ? "" : "; without profiling: timed by the host"}\`;
		label.style.height = \`\${height}px\`;
		return label;
	};
	/** The names of the lanes, beside them. */
	var drawLabels = (lanes, total, { heights }) => {
		const labels = html("div", "labels");
		labels.style.paddingTop = \`30px\`;
		labels.append(...lanes.map((lane, index) => labelOf(lane, total, heights[index] ?? 0)));
		return labels;
	};
	// packages/core/viewer/chart.ts
	/** The head of an arrow, and the hatching of a command that has failed. */
	var definitions = () => svg("defs", {}, svg("pattern", {
		id: "failed",
		width: 6,
		height: 6,
		patternUnits: "userSpaceOnUse",
		patternTransform: "rotate(45)"
	}, svg("rect", {
		class: "ground",
		width: 6,
		height: 6
	}), svg("rect", {
		class: "stripe",
		width: 2,
		height: 6
	})), svg("marker", {
		id: "head",
		viewBox: "0 0 8 8",
		refX: 7,
		refY: 4,
		markerWidth: 8,
		markerHeight: 8,
		markerUnits: "userSpaceOnUse",
		orient: "auto-start-reverse"
	}, svg("path", {
		d: "M0,0.5L8,4L0,7.5z",
		fill: "context-stroke"
	})));
	/** The place in the nearest of the bars, or the wanted place itself where there is none. */
	var nearestTo = (wanted, bars) => {
		const places = bars.map(({ x, width }) => Math.min(Math.max(wanted, x), x + width));
		return places.reduce((nearest, place) => Math.abs(place - wanted) < Math.abs(nearest - wanted) ? place : nearest, places[0] ?? wanted);
	};
	/** The drawing and what part of it is shown. */
	var Chart = class {
		plot;
		#timeline;
		#layout;
		#svg;
		#view;
		#bars = [];
		#relations;
		#isDue = false;
		constructor(parent, timeline) {
			this.#timeline = timeline;
			this.#layout = layOut(timeline.lanes);
			this.#svg = svg("svg", {
				height: this.#layout.height,
				width: "100%"
			});
			this.plot = html("div", "plot", this.#svg);
			parent.append(drawLabels(timeline.lanes, timeline.total, this.#layout), this.plot);
			this.#view = wholeView(timeline.total, this.#width);
			this.#draw();
			new ResizeObserver(() => this.#show({
				...this.#view,
				width: this.#width
			})).observe(this.plot);
		}
		/** Shows \`factor\` times as much; the moment at \`x\` stays where it is, or the command nearest to the middle. */
		zoom(factor, x = nearestTo(this.#view.width / 2, this.#bars)) {
			this.#show(zoomed(this.#view, this.#timeline.total, factor, x));
		}
		move(pixels) {
			this.#show(moved(this.#view, this.#timeline.total, pixels));
		}
		showAll() {
			this.#show(wholeView(this.#timeline.total, this.#width));
		}
		/** Shows what a command waits for and what waits for it; undefined hides it. */
		relate(command) {
			this.#relations?.remove();
			this.#relations = command === void 0 ? void 0 : drawRelations(this.#timeline, this.#view, this.#layout, command);
			if (this.#relations !== void 0) this.#svg.append(this.#relations);
		}
		get #width() {
			return Math.max(1, this.plot.clientWidth);
		}
		#show(view) {
			this.#view = view;
			if (this.#isDue) return;
			this.#isDue = true;
			requestAnimationFrame(() => {
				this.#isDue = false;
				this.#draw();
			});
		}
		#draw() {
			const { bars, drawn, single } = drawBars(this.#timeline, this.#view, this.#layout);
			const arrows = drawArrows(this.#timeline, this.#view, this.#layout, single);
			this.#relations = void 0;
			this.#bars = drawn;
			this.#svg.replaceChildren(definitions(), drawAxis(this.#view, this.#layout), bars, arrows);
		}
	};
	// packages/core/viewer/tip.ts
	var MOST_WAITS = 8;
	var MEASURED = {
		device: "by the device",
		host: "by the host",
		open: "so far, not settled"
	};
	var STATUSES = {
		0: "complete",
		1: "running",
		2: "submitted",
		3: "queued"
	};
	var waitsOf = ({ waits }, { byId }) => {
		if (waits.length === 0) return "nothing";
		const shown = waits.slice(0, MOST_WAITS).map(({ id, why }) => \`#\${id} \${byId.get(id)?.command ?? "not in this timeline"} (\${why})\`);
		const rest = waits.length - shown.length;
		return [...shown, ...rest > 0 ? [\`\${rest} more\`] : []].join("\\n");
	};
	var bytesOf = ({ bytes, start, end }) => {
		const rate = rateInWords(bytes, end - start);
		return rate === void 0 ? bytesInWords(bytes) : \`\${bytesInWords(bytes)}, \${rate}\`;
	};
	var factsOf = (command, timeline) => {
		const { start, end, enqueued, by, status, error, id, lane } = command;
		const { name = "", device = "" } = timeline.lanes[lane] ?? {};
		return [
			["queue", \`\${name}, \${device}\`],
			["bytes", bytesOf(command)],
			["ran", \`\${timeInWords(end - start)} \${MEASURED[by]}, from \${momentInWords(start)}\`],
			["enqueued", \`at \${momentInWords(enqueued)}, \${timeInWords(Math.max(0, start - enqueued))} before it ran\`],
			["status", error ?? STATUSES[status] ?? String(status)],
			["waits for", waitsOf(command, timeline)],
			["waited for by", countInWords(timeline.waiters.get(id)?.length ?? 0, "command")]
		];
	};
	/** What is known of one command, as elements. */
	var describeCommand = (command, timeline) => {
		const kind = kindOf(command.command);
		const heading = html("h2", "", html("i", \`swatch \${kind}\`), \`#\${command.id} \${command.command}\`);
		const list = html("dl", "");
		for (const [name, value] of factsOf(command, timeline)) list.append(html("dt", "", name), html("dd", "", value));
		const remark = timeline.critical.has(command.id) ? [html("p", "critical", "on the critical path")] : [];
		return [
			heading,
			html("p", "kind", KINDS[kind]),
			list,
			...remark
		];
	};
	/** Stands for several commands that are too short to be drawn one by one. */
	var describeMany = (count) => [html("h2", "", countInWords(count, "command")), html("p", "kind", "Zoom in to tell them apart")];
	// packages/core/viewer/hover.ts
	var AWAY = 14;
	/** Beside the pointer, where there is room. */
	var place = (tip, { clientX, clientY }) => {
		const { innerWidth, innerHeight } = window;
		const { width, height } = tip.getBoundingClientRect();
		const left = clientX + AWAY + width > innerWidth ? clientX - AWAY - width : clientX + AWAY;
		tip.style.left = \`\${Math.max(4, left)}px\`;
		tip.style.top = \`\${Math.max(4, Math.min(clientY + AWAY, innerHeight - height - 4))}px\`;
	};
	/** Tells of the command under the pointer. */
	var showDetails = (chart, timeline, tip) => {
		let shown;
		const hide = () => {
			shown = void 0;
			tip.hidden = true;
			chart.relate(void 0);
		};
		chart.plot.addEventListener("pointermove", (event) => {
			const bar = event.target instanceof SVGElement && event.buttons === 0 ? event.target.closest(".bar") : null;
			if (!(bar instanceof SVGElement)) {
				hide();
				return;
			}
			if (bar !== shown) {
				const count = Number(bar.dataset["count"]);
				const command = timeline.byId.get(Number(bar.dataset["id"]));
				const isOne = count === 1 && command !== void 0;
				tip.replaceChildren(...isOne ? describeCommand(command, timeline) : describeMany(count));
				chart.relate(isOne ? command : void 0);
				shown = bar;
				tip.hidden = false;
			}
			place(tip, event);
		});
		chart.plot.addEventListener("pointerleave", hide);
	};
	// packages/core/viewer/read-data.ts
	var rowsOf = ({ lanes, commands }) => {
		const rows = lanes.map((lane) => Array.from({ length: lane.rows }, () => []));
		for (const command of commands) rows[command.lane]?.[command.row]?.push(command);
		for (const lane of rows) for (const row of lane) row.sort((a, b) => a.start - b.start || a.id - b.id);
		return rows;
	};
	var readData = (json) => {
		const data = JSON.parse(json);
		const waiters = /* @__PURE__ */ new Map();
		for (const { id, waits } of data.commands) for (const wait of waits) {
			const known = waiters.get(wait.id);
			if (known === void 0) waiters.set(wait.id, [id]);
			else known.push(id);
		}
		return {
			...data,
			byId: new Map(data.commands.map((command) => [command.id, command])),
			waiters,
			critical: new Map(data.path.ids.map((id, place) => [id, data.path.ids[place - 1]])),
			rows: rowsOf(data)
		};
	};
	// packages/core/viewer/steer.ts
	var CLOSER = .5;
	var FURTHER = 2;
	var STEP = 80;
	var drag = (chart) => {
		const { plot } = chart;
		let last;
		plot.addEventListener("pointerdown", (event) => {
			if (event.button !== 0) return;
			last = event.clientX;
			plot.setPointerCapture(event.pointerId);
		});
		plot.addEventListener("pointermove", ({ clientX }) => {
			if (last === void 0) return;
			chart.move(last - clientX);
			last = clientX;
		});
		for (const end of ["pointerup", "pointercancel"]) plot.addEventListener(end, () => last = void 0);
	};
	/** The wheel alone scrolls the page, which may be longer than the window. */
	var turnWheel = (chart) => chart.plot.addEventListener("wheel", (event) => {
		const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
		if (event.ctrlKey || event.metaKey) chart.zoom(2 ** (event.deltaY / 200), event.clientX - chart.plot.getBoundingClientRect().left);
		else if (sideways !== 0) chart.move(sideways);
		else return;
		event.preventDefault();
	}, { passive: false });
	/** Lets the pointer, the wheel, keys and buttons move and zoom the chart. */
	var steer = (chart, keys, buttons) => {
		const actions = {
			"+": () => chart.zoom(CLOSER),
			"=": () => chart.zoom(CLOSER),
			"-": () => chart.zoom(FURTHER),
			"0": () => chart.showAll(),
			ArrowLeft: () => chart.move(-80),
			ArrowRight: () => chart.move(STEP),
			in: () => chart.zoom(CLOSER),
			out: () => chart.zoom(FURTHER),
			all: () => chart.showAll()
		};
		keys.addEventListener("keydown", (event) => {
			const action = actions[event.key];
			if (action === void 0 || event.ctrlKey || event.metaKey || event.altKey) return;
			action();
			event.preventDefault();
		});
		for (const button of buttons) button.addEventListener("click", () => actions[button.dataset["zoom"] ?? ""]?.());
		chart.plot.addEventListener("dblclick", (event) => chart.zoom(CLOSER, event.clientX - chart.plot.getBoundingClientRect().left));
		drag(chart);
		turnWheel(chart);
	};
	// packages/core/viewer/main.ts
	var find = (selector) => {
		const element = document.querySelector(selector);
		if (element === null) throw new Error(\`The page has no \${selector}\`);
		return element;
	};
	var timeline = readData(find("#timeline").textContent ?? "");
	var parent = find(".chart");
	var chart = new Chart(parent, timeline);
	showDetails(chart, timeline, find(".tip"));
	steer(chart, parent, document.querySelectorAll("[data-zoom]"));
})();
`

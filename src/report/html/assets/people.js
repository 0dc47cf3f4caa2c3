// ---- who answers whom, as a graph --------------------------------------------------------------------------------
page.startPeople = () => {
  const box = page.one("#people-chart");
  const table = page.one("#exchange-table");
  if (!box || !table) return;
  const most = 40; // people drawn: those with most replies
  const name = (id) => page.one("#" + id + " th bdi")?.textContent ?? id;
  const all = new Map();
  const node = (link) => {
    const id = link.hash.slice(1);
    if (!all.has(id)) all.set(id, { id, replies: 0 });
    return all.get(id);
  };
  const edges = [...table.tBodies[0].rows].map((row) => {
    const [from, to] = page.all("a", row);
    const edge = { source: node(from), target: node(to), replies: page.number(row.cells[2].textContent) };
    edge.source.replies += edge.replies;
    edge.target.replies += edge.replies;
    return edge;
  });
  const nodes = [...all.values()].sort((a, b) => b.replies - a.replies).slice(0, most);
  const drawn = new Set(nodes);
  const links = edges.filter((edge) => drawn.has(edge.source) && drawn.has(edge.target) && edge.source !== edge.target);
  if (nodes.length < 2) return;

  const width = 900;
  const height = nodes.length < 8 ? 260 : 480;
  const radius = d3.scaleSqrt().domain([0, d3.max(nodes, (d) => d.replies)]).range([4, 20]);
  const stroke = d3.scaleSqrt().domain([1, Math.max(2, d3.max(links, (d) => d.replies))]).range([1.2, 6]);
  const simulation = d3.forceSimulation(nodes)
    .force("link", d3.forceLink(links).distance(110))
    .force("charge", d3.forceManyBody().strength(-320))
    .force("x", d3.forceX(width / 2).strength(0.05))
    .force("y", d3.forceY(height / 2).strength(0.14))
    .force("apart", d3.forceCollide((d) => radius(d.replies) + 12))
    .stop();
  simulation.tick(300);
  for (const d of nodes) {
    d.x = Math.max(50, Math.min(width - 110, d.x));
    d.y = Math.max(26, Math.min(height - 26, d.y));
  }
  const svg = d3.select(box).append("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("role", "group")
    .attr("aria-label", "Graph of who answers whom; the table below holds the same numbers");
  svg.append("defs").append("marker").attr("id", "arrow").attr("viewBox", "0 0 8 8").attr("refX", 7).attr("refY", 4)
    .attr("markerWidth", 9).attr("markerHeight", 9).attr("markerUnits", "userSpaceOnUse").attr("orient", "auto")
    .append("path").attr("class", "arrow").attr("d", "M0,0L8,4L0,8z");
  // An edge ends at the rim of the circle and bends to its right, so that both directions of a pair are seen.
  const curve = ({ source, target }) => {
    const dx = target.x - source.x, dy = target.y - source.y;
    const length = Math.hypot(dx, dy) || 1;
    const end = (length - radius(target.replies) - 3) / length;
    const x = source.x + dx * end, y = source.y + dy * end;
    return `M${source.x},${source.y}Q${(source.x + x) / 2 - dy * 0.12},${(source.y + y) / 2 + dx * 0.12} ${x},${y}`;
  };
  const edge = svg.append("g").selectAll("path").data(links).enter().append("path").attr("class", "edge")
    .attr("d", curve).attr("stroke-width", (d) => stroke(d.replies)).attr("marker-end", "url(#arrow)");
  edge.append("title").text((d) => `${name(d.source.id)} answers ${name(d.target.id)}: ${d.replies}`);
  const person = svg.append("g").selectAll("a").data(nodes).enter().append("a").attr("href", (d) => "#" + d.id)
    .attr("aria-label", (d) => name(d.id)).attr("transform", (d) => `translate(${d.x},${d.y})`);
  person.append("circle").attr("class", "node").attr("r", (d) => radius(d.replies));
  person.append("text").attr("class", "node-name").attr("x", (d) => radius(d.replies) + 4).attr("dy", "0.35em")
    .text((d) => name(d.id));
  const near = (one) => {
    const close = new Set([one]);
    for (const { source, target } of links) if (source === one || target === one) close.add(source).add(target);
    person.classed("faded", (d) => !close.has(d));
    edge.classed("faded", (d) => d.source !== one && d.target !== one);
  };
  const nobody = () => svg.selectAll(".faded").classed("faded", false);
  person.on("mouseenter", near).on("focus", near).on("mouseleave", nobody).on("blur", nobody);
};

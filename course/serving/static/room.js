/* What every page of a room shares: words, elements, and one way to stay connected.
   Written in ES5, to what browsers had ten years ago; nothing here needs a secure context. */
var Room = (function () {
  "use strict";

  var words = JSON.parse(document.getElementById("words").textContent);
  var HEARTBEAT = 8000, PATIENCE = 5000, POLL = 2000;

  function say(id, values) {
    return (words[id] || id).replace(/\{([a-z]+)\}/g, function (whole, name) {
      return values && values[name] !== undefined ? String(values[name]) : whole;
    });
  }

  /* An element with its attributes and children; texts become text nodes and nothing else. */
  function make(tag, attributes, children) {
    var element = document.createElement(tag), name, i, child;
    for (name in attributes || {}) {
      if (name === "onclick" || name === "onsubmit") {
        element[name] = attributes[name];
      } else if (attributes[name] !== null && attributes[name] !== false) {
        element.setAttribute(name, attributes[name] === true ? "" : attributes[name]);
      }
    }
    for (i = 0; i < (children || []).length; i += 1) {
      child = children[i];
      if (child !== null && child !== undefined && child !== "") {
        element.appendChild(typeof child === "object" ? child : document.createTextNode(String(child)));
      }
    }
    return element;
  }

  /* Paragraphs of an author's text, with what it *stresses*. */
  function prose(text) {
    var paragraphs = String(text).split(/\n\s*\n/), found = [], i;
    for (i = 0; i < paragraphs.length; i += 1) {
      if (paragraphs[i].trim()) { found.push(make("p", {}, stressed(paragraphs[i].trim()))); }
    }
    return found;
  }

  function stressed(text) {
    var parts = text.split(/\*([^*\s](?:[^*]*[^*\s])?)\*/), found = [], i;
    for (i = 0; i < parts.length; i += 1) {
      found.push(i % 2 ? make("em", {}, [parts[i]]) : parts[i]);
    }
    return found;
  }

  /* Put these into a place, unless what they are made of is what it was: so nothing that is read or typed jumps. */
  function fill(place, made_of, children) {
    var key = JSON.stringify(made_of), i;
    if (place.getAttribute("data-made-of") === key) { return false; }
    place.setAttribute("data-made-of", key);
    while (place.firstChild) { place.removeChild(place.firstChild); }
    var made = children();
    for (i = 0; i < made.length; i += 1) { if (made[i]) { place.appendChild(made[i]); } }
    return true;
  }

  function request(method, path, body, then) {
    var asking = new XMLHttpRequest();
    asking.open(method, path);
    asking.timeout = PATIENCE;
    asking.onload = function () { then(asking.status, asking.responseText); };
    asking.onerror = asking.ontimeout = function () { then(0, ""); };
    asking.send(body || null);
  }

  /* Stay connected to `path`, by whatever works: a WebSocket, else server-sent events, else asking again and again.
     `hear` gets each message, `changed` whether there is a connection. Gives a function that says something. */
  function connect(path, hear, changed) {
    var socket = null, stream = null, timer = null, beat = null, heard = 0, failures = 0, worked = false, turn = 0;

    function got(text) {
      heard = Date.now();
      failures = 0;
      changed(true);
      hear(JSON.parse(text));
    }

    function again() {
      clearTimeout(timer);
      clearInterval(beat);
      if (socket) { socket.onclose = socket.onmessage = socket.onerror = null; socket.close(); socket = null; }
      if (stream) { stream.close(); stream = null; }
      changed(false);
      failures += 1;
      turn += 1;
      timer = setTimeout(begin, Math.min(5000, 250 * failures) + Math.random() * 250);
    }

    function begin() {
      heard = Date.now();
      if (window.WebSocket && (worked || failures < 3)) { bySocket(); }
      else if (window.EventSource && failures < 6) { byStream(); }
      else { byAsking(); }
    }

    function bySocket() {
      var scheme = location.protocol === "https:" ? "wss://" : "ws://";
      socket = new WebSocket(scheme + location.host + path + "/socket");
      socket.onmessage = function (event) { worked = true; got(event.data); };
      socket.onclose = socket.onerror = again;
      timer = setTimeout(function () { if (!socket || socket.readyState !== 1) { again(); } }, PATIENCE);
      beat = setInterval(function () {
        if (silent()) { again(); return; }
        if (socket && socket.readyState === 1) { socket.send(JSON.stringify({ type: "Ping" })); }
      }, HEARTBEAT);
    }

    /* Longer than anything that is alive is silent: what looks open is dead. */
    function silent() { return Date.now() - heard > HEARTBEAT + PATIENCE; }

    function byStream() {
      stream = new EventSource(path + "/stream");
      stream.onmessage = function (event) { got(event.data); };
      stream.onerror = again;
      timer = setTimeout(function () { if (!stream || stream.readyState !== 1) { again(); } }, PATIENCE);
      beat = setInterval(function () { if (silent()) { again(); } }, HEARTBEAT);
    }

    function byAsking() {
      var mine = turn;
      request("GET", path + "/now", null, function (status, text) {
        if (mine !== turn) { return; }
        if (status === 200) { got(text); } else { changed(false); }
        if (status === 404) { location.reload(); }  /* the room was forgotten, and its page says so */
        timer = setTimeout(byAsking, POLL);
      });
    }

    function tell(message) {
      var text = JSON.stringify(message);
      if (socket && socket.readyState === 1) { socket.send(text); return; }
      request("POST", path + "/say", text, function (status, answer) {
        if (status === 200 || status === 429) { hear(JSON.parse(answer)); } else { changed(false); }
      });
    }

    document.addEventListener("visibilitychange", function () {
      if (!document.hidden && Date.now() - heard > HEARTBEAT) { again(); }
    });
    window.addEventListener("online", again);
    begin();
    return tell;
  }

  /* So many dots stand above one place; a room that has more is shown as bars. */
  var MOST_DOTS = 60;

  function above(count, most) {
    var dots = [], share;
    if (most > MOST_DOTS) {
      share = make("div", { "class": "share" }, []);
      share.style.width = 100 * count / most + "%";
      return [share];
    }
    for (; count > 0; count -= 1) { dots.push(make("i", {}, [])); }
    return dots;
  }

  /* The line, with the room as a swarm of dots above the places where it landed. */
  function line(counts) {
    var sides = ["under", "right", "over"], zones = [], most = 0, i;
    for (i = 0; i < 3; i += 1) { most = Math.max(most, counts[sides[i]] || 0); }
    for (i = 0; i < 3; i += 1) {
      zones.push(make("div", { "class": "zone " + sides[i] }, [
        make("div", { "class": "swarm", "aria-hidden": "true" }, above(counts[sides[i]] || 0, most)),
        make("div", { "class": "bar" }, []),
        make("div", { "class": "name" }, [say("side." + sides[i]) + (counts[sides[i]] ? " · " + counts[sides[i]] : "")])
      ]));
    }
    return make("div", { "class": "line" }, zones);
  }

  /* The place of an answer among the options; -1 for a pass, which is none of them. */
  function at(ballot, answer) {
    for (var i = ballot.options.length - 1; i >= 0 && !same(ballot.options[i].answer, answer); i -= 1) { continue; }
    return i;
  }

  /* The letter of an option, which it keeps from the reading to the reveal; of a pass, its name. */
  function letter(ballot, answer) {
    var i = at(ballot, answer);
    return i < 0 ? say("pass") : "ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(i);
  }

  /* What an option says. Of a statement to sort, on which side it puts it. */
  function name(option) {
    if (!option.side) { return option.said; }
    if (option.sorted_as === "decides" || option.sorted_as === "decides-not") { return say(option.sorted_as) + ": " + option.said; }
    return (option.sorted_as || say("sort-" + option.side)) + ": " + option.said;
  }

  /* The same with its letter before it. */
  function label(ballot, answer) {
    var i = at(ballot, answer);
    return i < 0 ? say("pass") : letter(ballot, answer) + "\u2002" + name(ballot.options[i]);
  }

  /* How the room split over the line, or that too few voted to show it; null where nothing lands on the line. */
  function split(shown) {
    var sides = {};
    if (!shown.counts.length) { return make("p", { "class": "soft" }, [shown.voters ? say("few") : ""]); }
    shown.landings.forEach(function (each, i) {
      if (!each.off_the_line) { sides[each.side] = (sides[each.side] || 0) + shown.counts[i]; }
    });
    return sides.under || sides.right || sides.over ? line(sides) : null;
  }

  /* Where something lands, in words. */
  function lands(landing) {
    if (landing.verdict === "either way") { return "\u25cf " + say("either-way"); }
    return landing.off_the_line ? advised(landing.verdict === "do") : "\u25cf " + say("side." + landing.side);
  }

  /* Whether a statement was put where it belongs, in words. */
  function advised(right) { return right ? "\u2713 " + say("as-advised") : "\u2717 " + say("not-as-advised"); }

  /* What colors that: a side of the line, and nothing where it is on none. */
  function colored(landing) { return landing.off_the_line ? "lands" : "lands " + landing.side; }

  /* Who moved, in letters, among those who voted twice. */
  function moved(shown, ballot) {
    var found = shown.swings.length ? [make("p", { "class": "soft" }, [say("twice", { n: shown.twice })])] : [];
    shown.swings.forEach(function (each) {
      if (same(each.before, each.after)) { return; }
      found.push(make("p", { "class": "moved" }, [say("moved", {
        n: each.people, before: letter(ballot, each.before), after: letter(ballot, each.after)
      })]));
    });
    return found;
  }

  /* What the room chose, above what came of it: of a message, that part; of a sort, that statement and its side. */
  function chose(view, at) {
    var each = view.chose[at];
    if (!each) { return []; }
    var right = each.right === null ? "" : " " + advised(each.right);
    return [make("p", { "class": "soft" }, [say("chose", { said: name(each) }) + right])];
  }

  /* The message that is put together part by part, as far as it has come. */
  function written(message) {
    if (!message) { return []; }
    var found = [make("p", { "class": "soft" }, [say("part", { nth: message.part, of: message.parts })])];
    if (!message.text && !message.subject) { return found; }
    return found.concat([make("blockquote", { "class": "written" }, [make("p", { "class": "soft" }, [say("so-far")]),
      message.subject ? make("p", { "class": "strong" }, [message.subject]) : null].concat(prose(message.text)))]);
  }

  /* The reminder of what was asked, above what comes out. */
  function asked(shown, ballot) {
    return [shown.asked ? make("p", { "class": "soft" }, [shown.asked]) : null,
      ballot.asks ? make("p", { "class": "strong" }, [ballot.asks]) : null].concat(written(ballot.message));
  }

  /* The rules that what the room did has broken and kept. */
  function rules(view) {
    return view.rules.map(function (each) {
      var text = each.broken ? "\u2717 " + (each.dont || each.do) : "\u2713 " + each.do;
      return make("p", { "class": "rule " + (each.broken ? "over" : "right") }, [text]);
    });
  }

  /* What came of what the room did, below what it chose; and under all of it the rules. */
  function happened(view) {
    var found = [];
    view.happened.forEach(function (each, at) {
      found = found.concat(chose(view, at), prose(each.happens));
      each.arrives.forEach(function (message) { found.push(arrived(message)); });
      if (each.because) { found.push(make("p", { "class": "because" }, [each.because])); }
    });
    return found.concat(rules(view));
  }

  /* The days as the others lived them, person by person. */
  function otherSide(view) {
    var found = [], who = "";
    view.other_side.forEach(function (each) {
      if (each.who !== who) { found.push(make("p", { "class": "strong" }, [say("other-side", { who: each.who })])); }
      who = each.who;
      found.push(make("p", {}, [each.did ? make("span", { "class": "soft" }, [each.did + " \u2192 "]) : null, each.text]));
    });
    return found;
  }

  /* A message that arrived, with its head. */
  function arrived(message) {
    var head = message.sender ? say("from." + message.medium, { sender: message.sender }) : say("medium." + message.medium);
    return make("blockquote", {}, [make("p", { "class": "soft" }, [head]),
      message.subject ? make("p", { "class": "strong" }, [say("subject", { subject: message.subject })]) : null]
      .concat(prose(message.text || say("silence"))));
  }

  /* Said under a reveal where votes by phone were too few to show beside hands. */
  function handsAlone(shown) { return shown.left_out ? [make("p", { "class": "soft" }, [say("hands-alone")])] : []; }

  function same(one, other) { return JSON.stringify(one) === JSON.stringify(other); }

  return { say: say, make: make, prose: prose, fill: fill, request: request, connect: connect, split: split, same: same,
    label: label, letter: letter, arrived: arrived, lands: lands, colored: colored, moved: moved,
    happened: happened, written: written, asked: asked, otherSide: otherSide, handsAlone: handsAlone };
}());

/* The projected page: big type, no secrets. */
(function () {
  "use strict";

  var say = Room.say, make = Room.make, fill = Room.fill;
  var root = document.getElementById("screen"), code = root.getAttribute("data-code");
  var places = {};
  ["join", "scene", "ask"].forEach(function (name) {
    places[name] = make("section", { id: name });
    root.appendChild(places[name]);
  });

  Room.connect("/screen/" + code, function (message) { if (message.type === "State") { show(message.view); } },
    function (now) { document.body.className = now ? "" : "offline"; });

  function show(view) {
    fill(places.join, [view.here, view.voted, view.step === "lobby"], function () {
      var found = [make("p", { "class": "address" }, [root.getAttribute("data-address") + "  ", make("b", {}, [code])]),
        make("p", { "class": "soft" }, [view.step === "lobby" ? say("here", { n: view.here }) : say("voted", { n: view.voted, here: Math.max(view.here, view.voted) })])];
      if (view.step === "lobby") { found.push(make("img", { src: "/screen/" + code + "/qr.svg", alt: say("qr") })); }
      return found;
    });
    fill(places.scene, [view.scene, view.happened], function () { return scene(view); });
    fill(places.ask, [view.step, view.ballot, view.reveal, view.discuss, view.quoted], function () { return ask(view); });
  }

  function scene(view) {
    if (!view.scene) { return []; }
    var found = [make("h1", {}, [view.scene.title])];
    if (view.happened.length) {
      view.happened.forEach(function (each) { found = found.concat(Room.prose(each.happens), Room.prose(each.because)); });
      return found;
    }
    view.scene.arrives.forEach(function (each) { found.push(make("blockquote", {}, Room.prose(each.text || say("silence")))); });
    found = found.concat(Room.prose(view.scene.text));
    if (view.scene.ending) { found.push(make("p", { "class": "lands " + view.scene.ending }, [say("ends", { side: say("side." + view.scene.ending) })])); }
    return found;
  }

  function ask(view) {
    var found = [];
    if (view.reveal) { return reveal(view); }
    if (view.step === "talking") {
      found.push(make("h2", {}, [say("talk")]));
      view.discuss.forEach(function (each) { found.push(make("p", {}, [each])); });
    } else if (view.ballot) {
      view.ballot.options.forEach(function (each) {
        found.push(make("p", { "class": "option" }, [each.side ? sortedAs(each) + ": " + each.said : each.said]));
      });
      if (view.step === "closed") { found.push(make("p", { "class": "strong" }, [say("closed")])); }
    }
    if (view.quoted) { found.push(make("blockquote", {}, [make("p", {}, [view.quoted])])); }
    return found;
  }

  function sortedAs(option) {
    if (option.sorted_as === "decides" || option.sorted_as === "decides-not") { return say(option.sorted_as); }
    return option.sorted_as || say("sort-" + option.side);
  }

  function reveal(view) {
    var shown = view.reveal, sides = {}, found = [];
    shown.landings.forEach(function (each, i) {
      if (shown.counts.length) { sides[each.side] = (sides[each.side] || 0) + shown.counts[i]; }
      found.push(make("p", { "class": "option" }, [each.said + (shown.counts.length ? " · " + shown.counts[i] : "")]),
        make("p", { "class": "lands " + each.side }, ["● " + (each.verdict === "either way" ? say("either-way") : say("side." + each.side)) + " · " + each.because]));
    });
    found.unshift(Room.line(sides));
    if (shown.swings.length) { found.push(make("p", { "class": "soft" }, [say("twice", { n: shown.twice })])); }
    return found;
  }
}());

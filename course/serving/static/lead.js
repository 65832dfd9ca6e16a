/* The phone that leads: what the room stands at, what helps to lead it, and what can be done. */
var Lead = (function () {
  "use strict";

  var say = Room.say, make = Room.make, label = Room.label;

  /* A tap so soon after another, or after the room has gone on, was not meant for what stands there now. */
  var BOUNCE = 700, tapped_at = 0, moved_at = 0;

  function rested() { return Date.now() - Math.max(tapped_at, moved_at) >= BOUNCE; }

  function bounced() {
    var so = !rested();
    tapped_at = Date.now();
    return so;
  }

  /* `now` gives the state, `tell` says something, and `again` shows the page anew. */
  function on(now, tell, again) {
    var state = null;

    function show(counting, steps, noted) {
      var view;
      state = now();
      view = state.view;
      Room.fill(counting, [!!state.notes, view.voted, view.here, left()], count);
      var anew = Room.fill(steps, [state.notes, state.scenarios, view.step, view.number, view.ballot, armed, armed ? view.voted : 0], todo);
      anew = Room.fill(noted, [state.notes, state.whys, view.step, view.number, armed, state.looks_back], told) || anew;
      if (anew && armed && document.getElementById("armed")) { document.getElementById("armed").focus(); }
    }

    /* Somebody has led on: what was asked once more was about how it stood before. */
    function moved() {
      moved_at = Date.now();
      armed = asks = "";
    }

    /* For the facilitator's own phone. What changes with every vote stands by itself, so that no button is made anew while
       it is tapped. */
    function count() {
      var view = state.view, time = left();
      return !state.notes ? [] : [make("h2", {}, [say("leading")]),
        make("p", {}, [say("voted", { n: view.voted, here: Math.max(view.here, view.voted) })]),
        time ? make("p", { "class": "soft" }, [time]) : null];
    }

    /* What leads on comes first, then what else fits the step. */
    function todo() {
      var notes = state.notes, view = state.view, found = [], ways = [];
      if (!notes) { return []; }
      if (notes.hint) { found.push(make("p", { "class": "strong" }, [say("hint-" + notes.hint)])); }
      if (notes.on) { found.push(step(does(notes.on.type), notes.on, "strong")); }
      if (view.step === "lobby" || view.step === "ended") {
        state.scenarios.forEach(function (each) {
          found.push(step(each.title + (each.stands ? " \u00b7 " + say(each.stands) : ""), { type: "Began", scenario: each.id, seed: 0 }));
        });
      }
      if (view.step === "revealed") {
        notes.key.forEach(function (each) {
          ways.push(step(say("go", { said: view.ballot ? Room.letter(view.ballot, each.answer) : each.said }), { type: "Chose", answers: [each.answer] }, "small"));
        });
        found.push(make("div", { "class": "ways" }, ways));
      }
      (AT[view.step] || []).forEach(function (each) {
        if (NEEDS_BALLOT[each] && !view.ballot || notes.on && notes.on.type === each) { return; }
        found.push(step(does(each), { type: each }, "small"));
      });
      if (notes.what_if && view.step !== "lobby") { found.push(step(say("do-Rewound"), notes.what_if, "small")); }
      return found;
    }

    function does(type) {
      var again = type === "Opened" && state.view.ballot && state.view.ballot.nth > 0;
      return say("do-" + type + (again ? "-again" : ""));
    }

    /* What only they may know; the reveal shows the key to all. */
    function told() {
      var notes = state.notes, view = state.view, key = [], found = [];
      if (!notes) { return []; }
      notes.discuss.forEach(function (each) { key.push(make("p", {}, [each])); });
      (view.step === "revealed" ? [] : notes.key).forEach(function (each) {
        key.push(make("p", { "class": Room.colored(each) }, [called(each) + " " + Room.lands(each)]),
          make("p", { "class": "because" }, [each.because]));
      });
      if (key.length) { found.push(folded("key", key, false)); }
      if (state.whys.length) {
        found.push(folded("whys", state.whys.map(function (each) {
          return step(say("show-why", { text: each.text }), { type: "Quoted", why: each.text }, "small");
        }), true));
      }
      if (state.looks_back && state.looks_back.length) {
        found.push(folded("look-back", state.looks_back.map(function (each) { return make("p", {}, [each]); }), false));
      }
      return found;
    }

    function folded(said, children, open) { return make("details", { open: open }, [make("summary", {}, [say(said)])].concat(children)); }

    /* An option of the key as everybody calls it: by its letter, and by its side where there is one. */
    function called(each) { return state.view.ballot ? label(state.view.ballot, each.answer) : each.said; }

    /* What else may be done at each step, beside what leads on. */
    var AT = {
      reading: ["Opened", "Talked", "Revealed", "Back", "Left"], voting: ["Closed", "Voided", "Back", "Left"],
      closed: ["Talked", "Opened", "Revealed", "Voided", "Back", "Left"], talking: ["Opened", "Revealed", "Back", "Left"],
      revealed: ["Opened", "Voided", "Back", "Left"], shown: ["Back", "Left"], ended: ["Back"]
    };
    var NEEDS_BALLOT = { Opened: true, Talked: true, Revealed: true };

    /* Minutes left to talk, counted from when this phone first heard of it; "" where no time is kept. */
    var talk = { number: 0, since: 0 };

    function left() {
      var minutes = state.notes && state.notes.minutes, number = state.view.number;
      if (!minutes || state.view.step !== "talking") { return ""; }
      if (talk.number !== number) { talk = { number: number, since: Date.now() }; }
      return say("minutes-left", { n: Math.max(0, Math.ceil(minutes - (Date.now() - talk.since) / 60000)) });
    }

    /* What everybody sees at once, what throws votes out, and what ends a vote before everybody has voted is asked once
       more: one thing at a time. */
    var SURE = { Revealed: true, Voided: true, Quoted: true, Chose: true, Left: true };
    var armed = "", asks = "";

    function sure(text, event) {
      var view = state.view;
      if (view.step === "voting" && (event.type === "Back" || event.type === "Rewound")) { return say("sure-back"); }
      if (view.step === "voting" && event.type === "Closed" && view.voted < view.here) {
        return view.voted ? say("sure-some", { n: view.voted, here: view.here }) : say("sure-none");
      }
      if (event.type === "Left" && view.unrevealed) {
        return say("sure", { what: text }) + " " + say(view.what_if ? "untold" : "unrevealed");
      }
      return SURE[event.type] && !(event.type === "Chose" && view.step === "revealed") ? say("sure", { what: text }) : "";
    }

    function step(text, event, more) {
      var key = JSON.stringify(event), once = armed === key;
      if (once) { asks = sure(text, event) || asks; }
      return make("button", {
        type: "button", id: once ? "armed" : null, "class": "step " + (more || ""),
        onclick: function () {
          if (bounced()) { return; }
          asks = once ? "" : sure(text, event);
          armed = asks ? key : "";
          if (!asks) { tell({ type: "Do", seen: state.view.number, event: event }); }
          again();
        }
      }, [once ? say("once-more", { asks: asks }) : text]);
    }

    return { show: show, moved: moved };
  }

  return { on: on, rested: rested };
}());

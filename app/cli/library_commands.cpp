// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/library_commands.h"

#include <QJsonArray>
#include <algorithm>

#include "app/cli/call.h"
#include "campaign/campaign_snippets.h"
#include "library/text_repository.h"
#include "message/message_lint.h"

namespace heliograph::cli {
namespace {

using library::LibraryText;
using library::TextRepository;
using message::MessageProblem;

const QString kEvenIfUsed = QStringLiteral("yes");

/// Which of the two a command works on.
using Shelf = const TextRepository& (*)(const app::Workspace& workspace);

const TextRepository& snippetShelf(const app::Workspace& workspace) {
  return workspace.snippets;
}

const TextRepository& templateShelf(const app::Workspace& workspace) {
  return workspace.templates;
}

QJsonObject libraryTextJson(const LibraryText& text) {
  return {{QStringLiteral("name"), text.name},
          {QStringLiteral("text"), QString::fromUtf8(text.text)},
          {QStringLiteral("updated_at"), text.updatedAt.toString(Qt::ISODate)}};
}

Result<> listTexts(Call& call, Shelf shelf) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto texts = shelf(**workspace).list();
  if (!texts) return fail(texts.error());
  constexpr qsizetype kFirstWords = 60;
  QList<QStringList> rows{{QStringLiteral("Name"), QStringLiteral("Text")}};
  for (const LibraryText& text : *texts) {
    call.console().item(libraryTextJson(text));
    rows << QStringList{text.name, QString::fromUtf8(text.text).simplified().left(kFirstWords)};
  }
  if (!call.console().isJson()) call.console().table(rows);
  return {};
}

Result<> showText(Call& call, Shelf shelf) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto text = shelf(**workspace).find(call.argument(0));
  if (!text) return fail(text.error());
  call.console().answer(libraryTextJson(*text), QString::fromUtf8(text->text));
  return {};
}

/// That a text can be used as it is. What people lack only shows when it is used.
Result<> beReadable(const QByteArray& text) {
  for (const MessageProblem& problem : message::lintMessage(text, {{}, {}, {}, {}, true})) {
    if (problem.severity != MessageProblem::Severity::Error) continue;
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("Nothing was saved. Byte %1: %2").arg(problem.begin).arg(problem.text));
  }
  return {};
}

Result<> saveText(Call& call, Shelf shelf) {
  auto text = readFileOrInput(call.console(), call.argument(1));
  if (!text) return fail(text.error());
  // An editor's last line end would break every message in two.
  if (text->endsWith('\n')) text->chop(text->endsWith("\r\n") ? 2 : 1);
  HELIOGRAPH_TRY(beReadable(*text));
  auto workspace = call.workspaceOrNew();
  if (!workspace) return fail(workspace.error());
  const auto id = shelf(**workspace).save(call.argument(0), *text);
  if (!id) return fail(id.error());
  call.console().answer({{QStringLiteral("id"), id->value}, {QStringLiteral("name"), call.argument(0).trimmed()}},
                        QStringLiteral("Saved “%1”.").arg(call.argument(0).trimmed()));
  return {};
}

Result<> removeText(Call& call, Shelf shelf) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto text = shelf(**workspace).find(call.argument(0));
  if (!text) return fail(text.error());
  HELIOGRAPH_TRY(shelf(**workspace).remove(text->id));
  call.console().answer({{QStringLiteral("removed"), true}}, QStringLiteral("“%1” is removed.").arg(text->name));
  return {};
}

Result<> removeSnippet(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto dependants =
      campaign::dependantsOf((*workspace)->database, (*workspace)->clock, call.argument(0).trimmed());
  if (!dependants) return fail(dependants.error());
  QStringList names;
  for (const campaign::SnippetDependant& one : *dependants) {
    if (one.isDraft) names << QStringLiteral("“%1”").arg(one.name);
  }
  if (!names.isEmpty() && !call.isSet(kEvenIfUsed)) {
    return fail(ErrorCode::Conflict, QStringLiteral("It is used by %1. Take it out there first, or remove it all the "
                                                    "same with --yes.")
                                         .arg(names.join(QStringLiteral(", "))));
  }
  return removeText(call, snippetShelf);
}

std::vector<Command> shelfCommands(const QString& word, Shelf shelf, const QString& what) {
  const QString saving = QStringLiteral("NAME FILE|-");
  const auto save = [shelf](Call& call) { return saveText(call, shelf); };
  return {
      {word + QStringLiteral(" list"),
       {},
       QStringLiteral("Lists the %1s: %2.").arg(word, what),
       0,
       0,
       {},
       [shelf](Call& call) { return listTexts(call, shelf); }},
      {word + QStringLiteral(" show"),
       QStringLiteral("NAME"),
       QStringLiteral("Shows its text."),
       1,
       1,
       {},
       [shelf](Call& call) { return showText(call, shelf); }},
      {word + QStringLiteral(" save"), saving, QStringLiteral("Saves a text under a name."), 2, 2, {}, save},
      {word + QStringLiteral(" set"), saving, QStringLiteral("The same as save."), 2, 2, {}, save},
  };
}

}  // namespace

std::vector<Command> libraryCommands() {
  const QString name = QStringLiteral("NAME");
  std::vector<Command> commands = shelfCommands(QStringLiteral("snippet"), snippetShelf,
                                                QStringLiteral("pieces that messages take in by {% render %}"));
  commands.push_back({QStringLiteral("snippet remove"),
                      name,
                      QStringLiteral("Removes it. Published campaigns keep the text they were published with."),
                      1,
                      1,
                      {flagOption(kEvenIfUsed, QStringLiteral("Also when drafts use it."))},
                      removeSnippet});
  auto templates = shelfCommands(QStringLiteral("template"), templateShelf, QStringLiteral("messages to begin with"));
  commands.insert(commands.end(), templates.begin(), templates.end());
  commands.push_back({QStringLiteral("template remove"), name, QStringLiteral("Removes it."), 1, 1, {}, [](Call& call) {
                        return removeText(call, templateShelf);
                      }});
  return commands;
}

}  // namespace heliograph::cli

// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_registry.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include "app/cli/call.h"

namespace heliograph::cli {
namespace {

const QString kHelp = QStringLiteral("help");
constexpr int kHelpColumn = 46;

int wordsOf(const Command& command) {
  return static_cast<int>(command.name.count(u' ')) + 1;
}

QString helpOf(const Command& command, QCommandLineParser& parser) {
  // The parser knows the command's options, not its words.
  const QStringList lines = parser.helpText().split(u'\n').mid(1);
  return QStringLiteral("Usage: heliograph %1 [options] %2\n").arg(command.name, command.arguments) +
         lines.join(u'\n') + QStringLiteral("\nEvery command takes --workspace PATH and --json.");
}

/// How a command is called.
QString callOf(const Command& command) {
  return QStringLiteral("%1 %2").arg(command.name, command.arguments).trimmed();
}

/// A command in a list of them.
QString lineOf(const Command& command) {
  const QString call = callOf(command);
  const QString gap = call.size() < kHelpColumn ? QString() : QStringLiteral("\n  ") + QString(kHelpColumn, u' ');
  return QStringLiteral("  ") + call.leftJustified(kHelpColumn) + gap + command.summary + u'\n';
}

}  // namespace

void CommandRegistry::add(std::vector<Command> commands) {
  for (Command& one : commands) m_commands.push_back(std::move(one));
}

int CommandRegistry::run(const CommandLine& line, Console& console) const {
  console.setJson(line.json);
  const QString first = line.rest.value(0);
  if (first == kHelp || first == u"-h" || first == u"--help") {
    console.line(overview());
    return exitDone;
  }
  if (first == u"-v" || first == u"--version") {
    console.line(QStringLiteral("heliograph " HELIOGRAPH_VERSION));
    return exitDone;
  }
  if (const Command* command = find(line.rest)) return runCommand(*command, line, console);
  const QString group = groupHelp(first);
  if (!group.isEmpty() && (line.rest.contains(QStringLiteral("--help")) || line.rest.contains(QStringLiteral("-h")))) {
    console.line(group);
    return exitDone;
  }
  console.error(group.isEmpty()
                    ? QStringLiteral("There is no command \"%1\". `heliograph help` lists them.").arg(first)
                    : QStringLiteral("\"%1\" needs one more word. `heliograph %1 --help` lists them.").arg(first));
  return exitUsage;
}

const Command* CommandRegistry::find(const QStringList& words) const {
  const QString one = words.value(0);
  const QString two = one + u' ' + words.value(1);
  const Command* found = nullptr;
  for (const Command& command : m_commands) {
    if (command.name == two) return &command;
    if (command.name == one) found = &command;
  }
  return found;
}

int CommandRegistry::runCommand(const Command& command, const CommandLine& line, Console& console) const {
  QCommandLineParser parser;
  parser.setApplicationDescription(command.summary);
  parser.addOptions(QList<QCommandLineOption>(command.options.begin(), command.options.end()));
  parser.addOption({{QStringLiteral("h"), kHelp}, QStringLiteral("Says how it is called.")});
  // The parser takes the first word for the program's name.
  const bool readable = parser.parse(QStringList(QStringLiteral("heliograph")) + line.rest.mid(wordsOf(command)));
  if (readable && parser.isSet(kHelp)) {
    console.line(helpOf(command, parser));
    return exitDone;
  }
  const QString usage = QStringLiteral("\nUsage: heliograph %1  (--help says more)").arg(callOf(command));
  if (!readable) {
    const QString problem = parser.errorText();
    console.error((problem.endsWith(u'.') ? problem : problem + u'.') + usage);
    return exitUsage;
  }
  const QStringList arguments = parser.positionalArguments();
  if (arguments.size() < command.least || arguments.size() > command.most) {
    const bool few = arguments.size() < command.least;
    console.error((few ? QStringLiteral("Something is missing.") : QStringLiteral("That is too much.")) + usage);
    return exitUsage;
  }
  Call call(console, parser, arguments, line.workspace);
  const auto done = command.run(call);
  console.flush();
  if (done && console.lostOutput()) {
    console.error(
        QStringLiteral("It was done, but the answer couldn't be written. Make room where it goes, then ask again."));
    return exitFailed;
  }
  if (done) return exitDone;
  console.error(done.error().message + (call.isWrongUsage() ? usage : QString()));
  return call.isWrongUsage() ? exitUsage : exitFailed;
}

QString CommandRegistry::overview() const {
  QString text = QStringLiteral(
      "Heliograph composes SMS campaigns. Without a command it opens its window.\n\n"
      "Usage: heliograph [--workspace PATH] [--json] [COMMAND]\n\nCommands:\n");
  for (const Command& command : m_commands) text += lineOf(command);
  return text +
         QStringLiteral("\n`heliograph COMMAND --help` says more of one. Exit codes: 0 done, 1 failed, 2 wrong usage.");
}

QString CommandRegistry::groupHelp(const QString& word) const {
  QString lines;
  for (const Command& command : m_commands) {
    if (command.name.startsWith(word + u' ')) lines += lineOf(command);
  }
  if (lines.isEmpty()) return {};
  return QStringLiteral(
             "Usage: heliograph %1 COMMAND\n\nCommands:\n%2\n`heliograph %1 COMMAND --help` says more of one.")
      .arg(word, lines);
}

}  // namespace heliograph::cli

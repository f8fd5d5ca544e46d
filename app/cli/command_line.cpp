// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

namespace heliograph::cli {
namespace {

const QString kWorkspace = QStringLiteral("--workspace");
const QString kJson = QStringLiteral("--json");

}  // namespace

bool CommandLine::hasCommand() const {
  static const QStringList answered{QStringLiteral("-h"), QStringLiteral("--help"), QStringLiteral("-v"),
                                    QStringLiteral("--version")};
  return !rest.isEmpty() && (!rest.first().startsWith(u'-') || answered.contains(rest.first()));
}

QString CommandLine::unknownOption() const {
  // What QGuiApplication and QApplication take out of the arguments themselves.
  static const QStringList withValue{QStringLiteral("platform"),        QStringLiteral("platformpluginpath"),
                                     QStringLiteral("platformtheme"),   QStringLiteral("plugin"),
                                     QStringLiteral("qwindowgeometry"), QStringLiteral("geometry"),
                                     QStringLiteral("qwindowicon"),     QStringLiteral("icon"),
                                     QStringLiteral("qwindowtitle"),    QStringLiteral("title"),
                                     QStringLiteral("session"),         QStringLiteral("style"),
                                     QStringLiteral("stylesheet"),      QStringLiteral("display")};
  for (qsizetype i = 0; i < rest.size(); ++i) {
    QString name = rest[i];
    if (!name.startsWith(u'-')) return name;
    name.remove(0, name.startsWith(u"--") ? 2 : 1);
    const bool hasValue = name.contains(u'=');
    name = name.section(u'=', 0, 0);
    if (name == u"reverse") continue;
    if (!withValue.contains(name)) return rest[i];
    if (!hasValue) ++i;
  }
  return {};
}

Result<CommandLine> readCommandLine(const QStringList& arguments) {
  CommandLine line;
  for (qsizetype i = 0; i < arguments.size(); ++i) {
    const QString& one = arguments[i];
    if (one == u"--") {
      line.rest += arguments.mid(i);
      break;
    }
    if (one == kJson) {
      line.json = true;
    } else if (one == kWorkspace) {
      if (++i == arguments.size()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("--workspace needs the path of a workspace behind it."));
      }
      line.workspace = arguments[i];
    } else if (one.startsWith(kWorkspace + u'=')) {
      line.workspace = one.mid(kWorkspace.size() + 1);
    } else {
      line.rest << one;
    }
  }
  return line;
}

}  // namespace heliograph::cli

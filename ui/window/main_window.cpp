// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QVBoxLayout>

#include "campaign/campaign_repository.h"
#include "delivery/delivery_service.h"
#include "ui/composer/composer.h"
#include "ui/contacts/import_dialog.h"
#include "ui/home/home_page.h"
#include "ui/providers/providers_page.h"
#include "ui/sandbox/sandbox_window.h"
#include "ui/theme/icons.h"
#include "ui/window/finder.h"
#include "ui/window/notice_bar.h"
#include "ui/window/page_host.h"
#include "ui/window/window_actions.h"

namespace heliograph::ui {

namespace {
constexpr QSize kFirstSize{1280, 800};
constexpr QSize kLeastSize{1000, 640};
}  // namespace

MainWindow::MainWindow(Services& services, QSettings& settings, QWidget* parent)
    : QMainWindow(parent), m_services(services), m_settings(settings), m_notice(new NoticeBar) {
  setObjectName(QStringLiteral("window"));
  setWindowTitle(tr("Heliograph"));
  setWindowIcon(applicationIcon());
  setMinimumSize(kLeastSize);
  resize(kFirstSize);
  restoreGeometry(m_settings.geometry());
  makeActions();
  m_pages = new PageHost(services, m_actions.find(action::undo), m_actions.find(action::redo));
  m_finder = new Finder(services, m_actions, *m_pages, this);
  auto* middle = new QWidget;
  auto* column = new QVBoxLayout(middle);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(m_notice);
  column->addWidget(m_pages, 1);
  setCentralWidget(middle);
  connectActions();
  connectTheme();
  watchDelivery();
  followPage();
  m_pages->home().refresh();
  greet();
}

void MainWindow::makeActions() {
  addWindowActions(m_actions);
  QAction* undo = m_actions.add(action::undo, tr("Undo"), QKeySequence::Undo);
  QAction* redo = m_actions.add(action::redo, tr("Redo"));
  redo->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y"))});
  undo->setEnabled(false);
  redo->setEnabled(false);
  connect(&m_undo, &QUndoGroup::canUndoChanged, undo, &QAction::setEnabled);
  connect(&m_undo, &QUndoGroup::canRedoChanged, redo, &QAction::setEnabled);
  connect(undo, &QAction::triggered, &m_undo, &QUndoGroup::undo);
  connect(redo, &QAction::triggered, &m_undo, &QUndoGroup::redo);
  buildMenus(*menuBar(), m_actions);
}

void MainWindow::connectActions() {
  const auto on = [this](const QString& name, auto act) {
    connect(m_actions.find(name), &QAction::triggered, this, std::move(act));
  };
  on(action::newCampaign, [this] { m_pages->newCampaign(); });
  on(action::importContacts, [this] { openImport(); });
  on(action::openSample, [this] { Q_EMIT sampleRequested(); });
  on(action::quit, [this] { close(); });
  on(action::search, [this] { m_pages->home().focusSearch(); });
  on(action::campaigns, [this] { m_pages->showHome(); });
  on(action::providers, [this] { m_pages->showProviders(); });
  on(action::addProvider, [this] {
    m_pages->showProviders();
    m_pages->providers().addProvider();
  });
  on(action::sandbox, [this] { openSandbox(); });
  on(action::palette, [this] { m_finder->openPalette(); });
  on(action::shortcuts, [this] { m_finder->openShortcuts(); });
  on(action::about, [this] { openAbout(); });
  on(action::clone, [this] {
    if (const auto campaign = m_pages->home().selected()) m_pages->cloneCampaign(campaign->id);
  });
  on(action::test, [this] { m_pages->composer()->openTestDialog(); });
  on(action::previousStep, [this] { m_pages->composer()->goToStep(m_pages->composer()->currentStep() - 1); });
  on(action::nextStep, [this] { m_pages->composer()->goToStep(m_pages->composer()->currentStep() + 1); });
  for (int step = 0; step < Composer::StepCount; ++step) {
    on(stepAction(step), [this, step] { m_pages->composer()->goToStep(step); });
  }
  connect(m_pages, &PageHost::pageChanged, this, &MainWindow::followPage);
  connect(&m_pages->home(), &HomePage::selectionChanged, this, &MainWindow::followPage);
  connect(m_pages, &PageHost::importRequested, this, [this] { openImport(); });
  connect(m_pages, &PageHost::sampleRequested, this, &MainWindow::sampleRequested);
  connect(m_pages, &PageHost::failed, this, [this](const QString& why) { m_notice->say(why, Tone::Problem); });
}

void MainWindow::connectTheme() {
  const Theme::Choice now = m_settings.theme();
  m_services.theme.setChoice(now);
  for (auto [name, choice] : {std::pair(action::themeSystem, Theme::Choice::System),
                              {action::themeLight, Theme::Choice::Light},
                              {action::themeDark, Theme::Choice::Dark}}) {
    QAction* theme = m_actions.find(name);
    theme->setChecked(choice == now);
    connect(theme, &QAction::triggered, this, [this, choice = choice] {
      m_services.theme.setChoice(choice);
      m_settings.setTheme(choice);
    });
  }
}

void MainWindow::watchDelivery() {
  connect(&m_services.delivery, &delivery::DeliveryService::problem, this,
          [this](const Error& error) { m_notice->say(error.message, Tone::Problem); });
  connect(&m_services.delivery, &delivery::DeliveryService::stopped, this, [this] {
    if (m_closing == Closing::Asked) finishClosing();
  });
}

void MainWindow::greet() {
  m_services.background
      .run([&campaigns = m_services.campaigns]() -> QStringList {
        QStringList names;
        for (const auto& each : campaigns.list().value_or(std::vector<campaign::CampaignSummary>{})) {
          if (each.standing == campaign::Standing::Sending) names << each.name;
        }
        return names;
      })
      .then(this, [this](const QStringList& names) {
        if (names.size() == 1) m_notice->say(tr("“%1” goes on being sent where it stopped.").arg(names.front()));
        if (names.size() > 1) m_notice->say(tr("%1 campaigns go on being sent where they stopped.").arg(names.size()));
      });
}

void MainWindow::followPage() {
  Composer* composer = m_pages->composer();
  const bool onHome = m_pages->currentWidget() == &m_pages->home();
  m_undo.setActiveStack(nullptr);
  if (composer) {
    QUndoStack& stack = composer->document().undoStack();
    if (!m_undo.stacks().contains(&stack)) m_undo.addStack(&stack);
    m_undo.setActiveStack(&stack);
  }
  for (int step = 0; step < Composer::StepCount; ++step) m_actions.find(stepAction(step))->setEnabled(composer);
  for (const auto name : {action::previousStep, action::nextStep, action::test}) {
    m_actions.find(name)->setEnabled(composer);
  }
  m_actions.find(action::search)->setEnabled(onHome);
  m_actions.find(action::clone)->setEnabled(onHome && m_pages->home().selected().has_value());
}

void MainWindow::openImport(const QString& file) {
  auto* dialog = new ImportDialog(m_services, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &ImportDialog::imported, this, [this] {
    m_pages->home().refresh();
    m_notice->say(tr("The contacts are in. Choose them on a campaign's step Who."));
  });
  dialog->open();
  if (!file.isEmpty()) dialog->openFile(file);
}

void MainWindow::importFile(const QString& file) {
  openImport(file);
}

void MainWindow::openSandbox() {
  if (!m_sandbox) m_sandbox = new SandboxWindow(m_services, this);
  m_sandbox->QWidget::show();
  m_sandbox->raise();
  m_sandbox->activateWindow();
}

void MainWindow::openAbout() {
  auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Heliograph"),
                              tr("<b>Heliograph %1</b><p>Composes SMS campaigns and sends them.</p>"
                                 "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                                  .arg(QStringLiteral(HELIOGRAPH_VERSION)),
                              QMessageBox::Close, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->open();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  m_settings.setGeometry(saveGeometry());
  Composer* composer = m_pages->composer();
  const bool saved = !composer || composer->autosave().isSettled();
  if (m_closing == Closing::Yes || (saved && !m_services.delivery.isRunning())) {
    event->accept();
    return;
  }
  event->ignore();
  if (m_closing == Closing::Asked) return;
  m_closing = Closing::Asked;
  m_notice->say(tr("Closing: what is on its way is finished first, the rest goes on when you open Heliograph again."));
  if (composer) {
    connect(&composer->autosave(), &CampaignAutosave::stateChanged, this, &MainWindow::finishClosing);
    composer->autosave().saveNow();
  }
  m_services.delivery.requestStop();
}

void MainWindow::finishClosing() {
  if (m_closing != Closing::Asked) return;
  Composer* composer = m_pages->composer();
  if (composer && composer->autosave().state() == SaveState::Failed) {
    m_closing = Closing::No;
    m_services.delivery.start();
    m_notice->say(tr("Not closed, as the draft could not be saved. %1").arg(composer->autosave().problem()),
                  Tone::Problem);
    return;
  }
  if (composer && composer->autosave().state() == SaveState::Waiting) return composer->autosave().saveNow();
  if (composer && !composer->autosave().isSettled()) return;
  if (m_services.delivery.isRunning()) return;
  m_closing = Closing::Yes;
  close();
}

}  // namespace heliograph::ui

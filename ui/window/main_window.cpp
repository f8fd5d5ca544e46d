// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QVBoxLayout>

#include "campaign/campaign_repository.h"
#include "delivery/courier/delivery_service.h"
#include "ui/composer/composer.h"
#include "ui/contacts/import_dialog.h"
#include "ui/contacts/import_drop.h"
#include "ui/home/home_page.h"
#include "ui/people/people_page.h"
#include "ui/providers/providers_page.h"
#include "ui/replies/replies_page.h"
#include "ui/sandbox/sandbox_window.h"
#include "ui/sending/sending_bar.h"
#include "ui/theme/icons.h"
#include "ui/who/seed_list_dialog.h"
#include "ui/who/workspace_group_dialog.h"
#include "ui/window/closing.h"
#include "ui/window/finder.h"
#include "ui/window/last_place.h"
#include "ui/window/notice_bar.h"
#include "ui/window/page_host.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_sending.h"

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
  m_services.settings = &settings;
  m_services.messageAsSource = m_settings.messageAsSource();
  makeActions();
  m_sending = new WindowSending(services, m_actions, this);
  m_pages = new PageHost(services, m_sending->board(), m_sending->acts(), m_actions.find(action::undo),
                         m_actions.find(action::redo));
  m_pages->setDraftActions({m_actions.find(action::history), nullptr, m_actions.find(action::rename),
                            m_actions.find(action::clone), m_actions.find(action::exportDraft), nullptr,
                            m_actions.find(action::removeDraft)});
  m_closing = new Closing(services, *m_pages, *m_notice, this);
  m_finder = new Finder(services, m_actions, *m_pages, this);
  auto* middle = new QWidget;
  auto* column = new QVBoxLayout(middle);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(m_sending->bar());
  column->addWidget(m_notice);
  column->addWidget(m_pages, 1);
  setCentralWidget(middle);
  connectActions();
  connectTheme();
  connectClosing();
  followPage();
  m_pages->home().refresh();
  (new LastPlace(services, settings, *m_pages, this))->open();
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
  connect(&m_undo, &QUndoGroup::undoTextChanged, undo,
          [undo](const QString& what) { undo->setText(what.isEmpty() ? tr("Undo") : tr("Undo %1").arg(what)); });
  connect(&m_undo, &QUndoGroup::redoTextChanged, redo,
          [redo](const QString& what) { redo->setText(what.isEmpty() ? tr("Redo") : tr("Redo %1").arg(what)); });
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
  on(action::pasteContacts, [this] { openImport().paste(); });
  on(action::seedList, [this] { openSeedList(); });
  on(action::controlGroup, [this] { openControlGroup(); });
  on(action::openSample, [this] { Q_EMIT sampleRequested(); });
  on(action::quit, [this] { close(); });
  on(action::search, [this] {
    if (m_pages->currentWidget() == &m_pages->people()) return m_pages->people().focusSearch();
    if (m_pages->currentWidget() == &m_pages->replies()) return m_pages->replies().focusSearch();
    m_pages->home().focusSearch();
  });
  on(action::campaigns, [this] { m_pages->showHome(); });
  on(action::people, [this] { m_pages->showPeople(); });
  on(action::replies, [this] { m_pages->showReplies(); });
  on(action::providers, [this] { m_pages->showProviders(); });
  on(action::addProvider, [this] { m_pages->showProviders([this] { m_pages->providers().addProvider(); }); });
  on(action::linked, [this] { m_pages->showLinked(); });
  on(action::shorteners, [this] { m_pages->showShorteners(); });
  on(action::sandbox, [this] { openSandbox(); });
  on(action::palette, [this] { m_finder->openPalette(); });
  on(action::shortcuts, [this] { m_finder->openShortcuts(); });
  on(action::about, [this] { openAbout(); });
  on(action::clone, [this] {
    if (Composer* composer = m_pages->composer()) return m_pages->cloneCampaign(composer->document().campaign().id);
    if (const auto campaign = m_pages->home().selected()) m_pages->cloneCampaign(campaign->id);
  });
  on(action::history, [this] { m_pages->composer()->openHistory(); });
  on(action::rename, [this] { m_pages->composer()->rename(); });
  on(action::exportDraft, [this] { m_pages->exportDraft(); });
  on(action::removeDraft, [this] { m_pages->removeDraft(); });
  on(action::test, [this] { m_pages->composer()->openTestDialog(); });
  on(action::previousStep, [this] { m_pages->composer()->goToStep(m_pages->composer()->currentStep() - 1); });
  on(action::nextStep, [this] { m_pages->composer()->goToStep(m_pages->composer()->currentStep() + 1); });
  for (int step = 0; step < Composer::StepCount; ++step) {
    on(stepAction(step), [this, step] { m_pages->composer()->goToStep(step); });
  }
  connect(m_pages, &PageHost::pageChanged, this, &MainWindow::followPage);
  connect(&m_pages->home(), &HomePage::selectionChanged, this, &MainWindow::followPage);
  connect(new ImportDrop(this), &ImportDrop::fileDropped, this, &MainWindow::importFile);
  connect(m_pages, &PageHost::importRequested, this, [this] { openImport(); });
  connect(m_pages, &PageHost::sampleRequested, this, &MainWindow::sampleRequested);
  connect(m_pages, &PageHost::sandboxRequested, this, &MainWindow::openSandbox);
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

void MainWindow::connectClosing() {
  const auto say = [this](const QString& why) { m_notice->say(why, Tone::Problem); };
  m_sending->connectPages(*m_pages);
  connect(&m_services.delivery, &delivery::DeliveryService::problem, this,
          [say](const Error& error) { say(error.message); });
  connect(&m_sending->acts(), &RunActs::failed, this, say);
  connect(&m_sending->tray(), &Tray::openRequested, this, &MainWindow::bringUp);
  connect(&m_sending->tray(), &Tray::quitRequested, this, [this] {
    bringUp();
    close();
  });
  connect(m_closing, &Closing::ready, this, &MainWindow::close);
  connect(m_closing, &Closing::cancelled, this, &MainWindow::closingCancelled);
  connect(m_closing, &Closing::backgroundChosen, this, &MainWindow::goToBackground);
}

void MainWindow::followPage() {
  Composer* composer = m_pages->composer();
  const bool onHome = m_pages->currentWidget() == &m_pages->home();
  m_undo.setActiveStack(nullptr);
  const bool onProviders = m_pages->currentWidget() == &m_pages->providers();
  QUndoStack* stack = composer      ? &composer->document().undoStack()
                      : onProviders ? &m_pages->providers().undoStack()
                                    : nullptr;
  if (stack) {
    if (!m_undo.stacks().contains(stack)) m_undo.addStack(stack);
    m_undo.setActiveStack(stack);
  }
  for (int step = 0; step < Composer::StepCount; ++step) m_actions.find(stepAction(step))->setEnabled(composer);
  for (const auto name : {action::previousStep, action::nextStep, action::test, action::history, action::rename,
                          action::exportDraft, action::removeDraft}) {
    m_actions.find(name)->setEnabled(composer);
  }
  m_actions.find(action::search)
      ->setEnabled(onHome || m_pages->currentWidget() == &m_pages->people() ||
                   m_pages->currentWidget() == &m_pages->replies());
  m_actions.find(action::pasteContacts)->setEnabled(onHome);
  m_actions.find(action::clone)->setEnabled(composer || (onHome && m_pages->home().selected().has_value()));
}

ImportDialog& MainWindow::openImport(const QString& file) {
  auto* dialog = new ImportDialog(m_services, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &ImportDialog::imported, this, [this] {
    if (m_pages->currentWidget() == &m_pages->people()) m_pages->people().refresh();
    m_pages->home().refresh();
    m_notice->say(tr("The contacts are in. Choose them on a campaign's step Who."));
  });
  dialog->open();
  if (!file.isEmpty()) dialog->openFile(file);
  return *dialog;
}

void MainWindow::importFile(const QString& file) {
  openImport(file);
}

void MainWindow::openSeedList() {
  auto* dialog = new SeedListDialog(m_services, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &SeedListDialog::changed, this, &MainWindow::countAgain);
  dialog->open();
}

void MainWindow::openControlGroup() {
  auto* dialog = new WorkspaceGroupDialog(m_services, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &WorkspaceGroupDialog::saved, this, &MainWindow::countAgain);
  dialog->open();
}

/// Who is looked at may be others now.
void MainWindow::countAgain() {
  Composer* composer = m_pages->composer();
  if (composer && composer->isVisible()) composer->goToStep(composer->currentStep());
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
  m_settings.setMessageAsSource(m_services.messageAsSource);
  event->setAccepted(m_closing->mayClose());
  if (event->isAccepted()) Q_EMIT closed();
}

void MainWindow::leave() {
  m_closing->setLeaving(true);
  close();
}

void MainWindow::goToBackground() {
  if (m_sandbox) m_sandbox->hide();
  if (!Tray::isAvailable()) return showMinimized();
  m_sending->tray().show();
  hide();
}

void MainWindow::bringUp() {
  m_sending->tray().hide();
  setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
  show();
  raise();
  activateWindow();
}

}  // namespace heliograph::ui
